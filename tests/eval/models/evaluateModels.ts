import { modelEngine, superviseEngine, type Engine, type Supervisor } from '../../../src/llm';
import { givenModel, type GivenModel } from '../../models/loadGiven';
import { evaluate, readMails, readWorldFacts, score } from '../support/evaluate';
import { spreadOf, type Spread } from './spreadOf';

/** What the command line asks for. `mails` are the file's bytes, one character each. */
export interface Asked {
  readonly engine: 'scripted' | 'wllama' | 'webllm';
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
  files: readonly File[],
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

  const given = asked.engine === 'scripted' ? null : await givenModel(files);
  if (given && given.engine !== asked.engine)
    throw new Error(`Expected a model for ${asked.engine}, found one for ${given.engine}.`);
  const supervisor = given && supervised(given);

  for (let run = 1; run <= asked.runs; run++) {
    const used = { calls: 0, promptTokens: 0, answerTokens: 0, ms: 0 };
    const model = given && supervisor ? counted(run, given, supervisor, used) : null;
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

/** A model behind a supervisor: loaded with the first question. */
function supervised({ engine, name, load }: GivenModel): Supervisor {
  return superviseEngine({
    async start() {
      const loaded = await load();
      return { engine: modelEngine(loaded, { id: engine, name }), end: () => void loaded.unload() };
    },
  });
}

/** It with seeds of this run, and what it used counted. */
function counted(
  run: number,
  { engine, name }: GivenModel,
  supervisor: Supervisor,
  used: { calls: number; promptTokens: number; answerTokens: number; ms: number },
): Engine {
  return {
    id: engine,
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
