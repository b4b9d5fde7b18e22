import { isRefusal, type EventOf } from '../../contracts';
import { AppError } from '../../kernel';
import { chatRequest } from '../../llm';
import type { Log } from '../../log';
import { readTranscript } from './readSide';

const batch = 1000;

/**
 * Every decision up to a position as a line of JSON, oldest first: the prompt as it is sent, in the names of OpenAI-style interfaces, what the
 * engine answered, and the verdict of the shop's rules on each proposal. Where the transcript was erased or is older than its parts, prompt and
 * output are null. It holds what is in the transcripts: letters and names, too.
 * @throws Cancelled when the signal fires.
 */
export async function* exportDecisions(
  log: Log,
  upTo: number,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(done: number, of: number): void },
): AsyncGenerator<string> {
  for (let read = 0; read < upTo;) {
    if (signal.aborted) throw new AppError('Cancelled', 'The export was stopped.');
    const events = (await log.read(read, batch)).filter(({ position }) => position <= upTo);
    const end = events.at(-1);
    if (!end) return;
    for (const event of events) {
      if (event.type === 'AgentDecided') yield `${JSON.stringify(await lineOf(log, event, upTo))}\n`;
      if (signal.aborted) throw new AppError('Cancelled', 'The export was stopped.');
    }
    read = end.position;
    onProgress(read, upTo);
  }
}

async function lineOf(log: Log, decided: EventOf<'AgentDecided'>, upTo: number) {
  const { agent, engine, model, seed, transcript: ref } = decided.data;
  const text = await log.text(ref);
  const transcript = text === null ? null : readTranscript(text);
  const story = await log.find({ correlation: decided.correlationId }, { after: decided.position - 1, upTo });
  const proposals = story
    .filter((event) => event.kind === 'proposal' && event.causationId === decided.id)
    .map(({ id, type, data }) => {
      const answer = story.find((event) => event.answers === id);
      const refusal = answer && isRefusal(answer) ? answer.data : null;
      const verdict = refusal ? 'refused' : answer ? 'accepted' : 'waiting';
      return { type, data, verdict, rule: refusal?.rule ?? null, because: refusal?.because ?? null };
    });
  const { prompt = null, raw = [], promptVersion = null } = transcript ?? {};
  return {
    ...{ position: decided.position, basis: decided.basis, agent, engine, model, seed, prompt_version: promptVersion },
    prompt: prompt?.decision ? chatRequest({ ...prompt, decision: prompt.decision }) : null,
    output: raw.at(-1) ?? null,
    verdict: verdictOf(proposals.map(({ verdict }) => verdict)),
    rule: proposals.find(({ rule }) => rule !== null)?.rule ?? null,
    proposals,
  };
}

/** One word for a decision: refused if anything of it was, waiting if anything of it still does. */
function verdictOf(verdicts: readonly string[]): string {
  if (verdicts.length === 0) return 'nothing proposed';
  return ['refused', 'waiting'].find((one) => verdicts.includes(one)) ?? 'accepted';
}
