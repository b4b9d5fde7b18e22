/** The parts of a mail: what the writer wrote now, and what they passed on. Quoted history is in neither. */
export interface OwnWords {
  readonly own: string;
  readonly forwarded: string;
}

const attribution =
  /^(?:On\b.{4,200}\bwrote:|Am\b.{4,200}\bschrieb\b.{0,80}:|Le\b.{4,200}\ba écrit ?:|El\b.{4,200}\bescribió:|Il\b.{4,200}\bha scritto:|Op\b.{4,200}\bschreef\b.{0,80}:|Em\b.{4,200}\bescreveu:)\s*$/i;
const original =
  /^[-_ ]{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)\s*[-_ ]*$/i;
const forward =
  /^(?:[-_ ]{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)\s*[-_ ]*|begin forwarded message:)\s*$/i;
const headerLine =
  /^\*?(?:from|to|cc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|à|envoyé|objet|para|asunto|enviado)\s?:\*?\s?\S/i;
const sentFrom =
  /^(?:sent from (?:my|a|yahoo|samsung|mail for)\b|get outlook for|von meinem .{2,30} gesendet|envoyé de mon|enviado desde mi|sent with proton)/i;
const disclaimer =
  /(?:confidential|intended (?:solely|only) for|not the intended recipient|please consider the environment|virus[- ]free)/i;
const closing =
  /^(?:(?:with )?(?:kind|best|warm|warmest|many|friendly|kindest)?\s*(?:regards?|wishes|greetings)|best|sincerely(?: yours)?|yours(?: \w+)?|cheers|br|rgds|thanks?(?: (?:you|a lot|so much|very much|in advance|again|and regards))*|many thanks|thx|take care|respectfully|love|xoxo|mvh|mfg|cordially|saludos|cordialement)\s*[,.!-]?$/i;

/**
 * Takes a mail apart: quoted lines and what stands below "… wrote:" go, so do signatures, disclaimers and the block under a closing
 * formula; a forwarded mail is kept apart. Where nothing of the writer's own remains, all of it counts as theirs.
 */
export function ownWords(text: string): OwnWords {
  const lines = text.split('\n');
  const cut = lines.findIndex((line, i) => forward.test(line.trim()) || startsHistory(lines, i));
  const isForward = cut >= 0 && (forward.test(lines[cut]!.trim()) || lines.slice(0, cut).join('').trim() === '');
  const before = cut < 0 ? lines : lines.slice(0, cut);
  const forwarded = isForward
    ? withoutQuotes(lines.slice(cut + 1).filter((line) => !headerLine.test(line.trim())))
    : '';
  const own = withoutSignature(withoutQuotes(before));
  if (own !== '' || forwarded !== '') return { own, forwarded };
  return { own: text.replace(/^[> ]+/gm, '').trim(), forwarded: '' };
}

/** True where everything that follows is older: a separator, a block of headers, or "… wrote:" above unquoted text. */
function startsHistory(lines: readonly string[], i: number): boolean {
  const line = lines[i]!.trim();
  if (original.test(line)) return true;
  if (/^_{10,}$/.test(line) && headerLine.test((lines[i + 1] ?? '').trim())) return true;
  if (/^\*?(?:from|von|de|da)\s?:/i.test(line)) {
    const next = lines.slice(i + 1, i + 5).filter((one) => headerLine.test(one.trim()));
    if (next.length >= 2) return true;
  }
  if (!attribution.test(line) && !attribution.test(`${line} ${(lines[i + 1] ?? '').trim()}`)) return false;
  const rest = lines.slice(i + 1).filter((one) => one.trim() !== '' && !/wrote:\s*$/.test(one));
  // Quoted lines are taken out one by one: an answer may stand below them.
  return rest.length > 0 && !/^\s*>/.test(rest[0]!);
}

function withoutQuotes(lines: readonly string[]): string {
  return lines
    .filter((line, i) => {
      const both = `${line.trim()} ${(lines[i + 1] ?? '').trim()}`;
      const tail = `${(lines[i - 1] ?? '').trim()} ${line.trim()}`;
      return (
        !/^\s*>/.test(line) &&
        !attribution.test(line.trim()) &&
        !(/^(?:On|Am|Le|El|Il|Op|Em)\b/.test(both) && attribution.test(both)) &&
        !(/^(?:On|Am|Le|El|Il|Op|Em)\b/.test(tail) && attribution.test(tail))
      );
    })
    .join('\n')
    .trim();
}

/** A closing formula ends the mail, but not what the writer adds after it, nor a number of an order below it. */
function withoutSignature(text: string): string {
  const kept: string[] = [];
  let closed = false;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (/^-- ?$/.test(line) || /^-{2}$/.test(bare)) break;
    if (sentFrom.test(bare) || (bare.length > 60 && disclaimer.test(bare))) continue;
    if (/^p\.?\s?p?\.?\s?s\b/i.test(bare)) closed = false;
    if (closed && bare.length <= 60 && !/\border|#\s?\w*\d|\?/i.test(bare)) continue;
    if (closed && bare.length > 60) closed = false;
    if (closing.test(bare) && kept.some((one) => one.trim().length > 25)) {
      closed = true;
      continue;
    }
    kept.push(line);
  }
  return kept.join('\n').trim();
}
