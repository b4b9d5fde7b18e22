import { modelEngine, superviseEngine, type Engine, type Supervisor } from '../../../src/llm';
import { wasmUrl, wllamaPort } from '../../../src/llm/engines/wllama';
import { evaluate, readMails, readWorldFacts, score } from '../support/evaluate';
import { spreadOf, type Spread } from './spreadOf';

/** What the command line asks for. `mails` are the file's bytes, one character each. */
export interface Asked {
  readonly engine: 'scripted' | 'wllama';
  readonly name: string;
  readonly mails: string;
  readonly world: string;
  readonly runs: number;
  readonly first: number | null;
}

/** What came of it: each number over the runs, and who took the turns. */
export interface Report {
  readonly engine: string;
  readonly numbers: Readonly<Record<string, Spread>>;
  readonly turns: {
    readonly byItself: number;
    readonly byRules: number;
    readonly because: Readonly<Record<string, number>>;
  };
}

/** Sends every mail to the real agent and services, several times over, with this engine. */
export async function evaluateModels(
  asked: Asked,
  file: File | null,
  progress: (words: string) => void,
): Promise<Report> {
  const facts = readWorldFacts(asked.world);
  const all = await readMails(
    asked.name,
    Uint8Array.from(asked.mails, (letter) => letter.charCodeAt(0)),
  );
  const mails = all.slice(0, asked.first ?? all.length);
  const numbers: Record<string, number[]> = {};
  const note = (name: string, value: number) => (numbers[name] ??= []).push(value);
  const turns = { byItself: 0, byRules: 0, because: {} as Record<string, number> };

  const supervisor = asked.engine === 'wllama' && file ? supervised(file) : null;

  for (let run = 1; run <= asked.runs; run++) {
    const used = { calls: 0, promptTokens: 0, answerTokens: 0, ms: 0 };
    const model = supervisor && file ? counted(run, file.name, supervisor, used) : null;
    const told = (done: number) => progress(`run ${run} of ${asked.runs}: ${done} of ${mails.length}`);
    const { results, msPerMail, decisions } = await evaluate(mails, asked.world, told, model);
    const scores = Object.entries(score(results, facts)).filter(([name]) => name !== 'perIntent');
    for (const [name, value] of [...scores, ['msPerMail', msPerMail]] as [string, number][]) note(name, value);
    if (model) {
      for (const [name, value] of Object.entries(used)) note(`${name} per mail`, value / mails.length);
      if (used.ms > 0) note('answer tokens a second', (used.answerTokens * 1000) / used.ms);
    }
    for (const { insteadOf } of decisions) {
      if (!insteadOf) turns.byItself += 1;
      else {
        turns.byRules += 1;
        const why = insteadOf.because.slice(0, 60);
        turns.because[why] = (turns.because[why] ?? 0) + 1;
      }
    }
  }
  const spreads = Object.entries(numbers).map(([name, values]) => [name, spreadOf(values)] as const);
  return { engine: asked.engine, numbers: Object.fromEntries(spreads), turns };
}

/** The model in this file, behind a supervisor: loaded with the first question. */
function supervised(file: File): Supervisor {
  const port = wllamaPort({ wasmUrl, threads: 1 });
  const source = { model: file.name.slice(0, 100), file, contextTokens: 8192 };
  return superviseEngine({
    async start() {
      const loaded = await port.load(source, { signal: new AbortController().signal, onProgress: () => undefined });
      return { engine: modelEngine(loaded, port), end: () => void loaded.unload() };
    },
  });
}

/** It with seeds of this run, and what it used counted. */
function counted(
  run: number,
  name: string,
  supervisor: Supervisor,
  used: { calls: number; promptTokens: number; answerTokens: number; ms: number },
): Engine {
  return {
    id: 'wllama',
    name,
    model: name.slice(0, 100),
    async generate(request, watch) {
      const started = performance.now();
      const answer = await supervisor.ask('eval', { ...request, seed: request.seed + run }, watch);
      used.calls += 1;
      used.ms += performance.now() - started;
      used.promptTokens += answer.usage?.promptTokens ?? 0;
      used.answerTokens += answer.usage?.answerTokens ?? 0;
      return answer;
    },
  };
}
