import type { Email } from 'postal-mime';
import type { Letter } from '../../contracts';

type Marks = Pick<Letter, 'automatic' | 'senderCheck' | 'thread'>;

/** What the headers of a mail say about it: whether a machine sent it, what the receiving server found about its sender, what it refers to. */
export function mailMarks(email: Email): Marks {
  const headers = email.headers.map(({ key, value }) => [key.toLowerCase(), value] as const);
  const first = (key: string) => headers.find(([one]) => one === key)?.[1];
  const check = senderCheck(first('authentication-results'));
  const thread = [email.inReplyTo, ...(email.references ?? '').split(/\s+/).reverse()];
  const ids = [...new Set(thread.filter((id): id is string => typeof id === 'string' && id.trim() !== ''))].slice(
    0,
    50,
  );
  return {
    ...(isAutomatic(headers) && { automatic: true }),
    ...(check && { senderCheck: check }),
    ...(ids.length > 0 && { thread: ids }),
  };
}

/** RFC 3834 and what was in use before it: an answer to any of these could be answered by a machine again, for ever. */
function isAutomatic(headers: readonly (readonly [string, string])[]): boolean {
  return headers.some(([key, value]) => {
    switch (key) {
      case 'auto-submitted':
        return !/^\s*no\b/i.test(value);
      case 'precedence':
        return /\b(?:bulk|junk|list|auto[-_]reply)\b/i.test(value);
      case 'return-path':
        return /^\s*<\s*>\s*$/.test(value);
      case 'content-type':
        return /^\s*multipart\/report\b/i.test(value);
      case 'x-autoreply':
      case 'x-autorespond':
      case 'x-failed-recipients':
      case 'list-id':
        return true;
      default:
        return false;
    }
  });
}

/**
 * Only the first Authentication-Results is read: the receiving server writes above what the sender may have written. DMARC decides; where
 * it does not say, a failed SPF counts unless a signature passed.
 */
function senderCheck(results: string | undefined): 'passed' | 'failed' | undefined {
  if (results === undefined) return undefined;
  const found = (method: string) => new RegExp(`\\b${method}\\s*=\\s*(\\w+)`, 'i').exec(results)?.[1]?.toLowerCase();
  const [dmarc, spf, dkim] = [found('dmarc'), found('spf'), found('dkim')];
  if (dmarc === 'fail' || dmarc === 'permerror') return 'failed';
  if (dmarc === 'pass') return 'passed';
  if (spf === 'pass' || dkim === 'pass') return 'passed';
  return spf === 'fail' || dkim === 'fail' ? 'failed' : undefined;
}
