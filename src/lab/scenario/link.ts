import { AppError, deflate, inflate } from '../../kernel';
import { noFaults, scenario as scenarioSchema, type Scenario } from './Scenario';

/** A link longer than this is not even unpacked; unpacked, it may not be longer than that. */
const maxChars = 8_000;
const maxInflatedBytes = 64_000;

const badLink = (why: string, cause?: unknown): AppError =>
  new AppError(
    'InvalidInput',
    `This link does not hold a scenario: ${why}. Ask whoever sent it for the whole link, or start from a lesson.`,
    { cause },
  );

/** A scenario as the part of a link that carries it: what is usual is left out, the rest deflated, letters that any address allows. */
export async function writeLink(scenario: Scenario): Promise<string> {
  const unusual = Object.entries(scenario.faults).filter(
    ([key, value]) => value !== noFaults[key as keyof typeof noFaults],
  );
  const { v, seed, play, byHand, retries } = scenario;
  const text = JSON.stringify({ v, seed, play, faults: Object.fromEntries(unusual), byHand, retries });
  const bytes = await deflate(new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Reads a scenario out of a link. Nothing is trusted: lengths are capped before and while it is unpacked, and every number has bounds.
 * @throws InvalidInput with words for whoever opened it.
 */
export async function readLink(text: string): Promise<Scenario> {
  if (text.length > maxChars) throw badLink(`it has ${text.length} characters, more than ${maxChars}`);
  if (!/^[\w-]+$/.test(text)) throw badLink('it has characters that no such link has');
  let json: unknown;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await inflate(packed, maxInflatedBytes)));
  } catch (cause) {
    if (cause instanceof RangeError) throw badLink(`unpacked it is larger than ${maxInflatedBytes} bytes`, cause);
    throw badLink('it is cut off or damaged', cause);
  }
  const given = typeof json === 'object' && json !== null ? json : {};
  const faults = 'faults' in given && typeof given.faults === 'object' ? given.faults : {};
  const parsed = scenarioSchema.safeParse({ ...given, faults: { ...noFaults, ...faults } });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw badLink(`${path.join('.') || 'it'}: ${message}`);
}
