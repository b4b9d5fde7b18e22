/**
 * The protocol of settle, answer and take-over, boiled down to its atomic steps. Each transaction of the real log is one step here; what a
 * thread holds in its hands between two transactions is its `hand`. Everything that can happen is enumerated, not sampled.
 */
export interface Rules {
  /** Each append compares the epoch (log/dexie/writeBatch.ts). */
  readonly epochChecked: boolean;
  /** An id that is in the log is not appended again. */
  readonly idsChecked: boolean;
  /** Output and checkpoint are one transaction. */
  readonly settledTogether: boolean;
}

export const realRules: Rules = { epochChecked: true, idsChecked: true, settledTogether: true };

/** Who works: the agent settles a turn on each query, the service answers each proposal. */
const workers = ['agent', 'service'] as const;
type Worker = (typeof workers)[number];

interface Hand {
  readonly at: number;
  readonly id: string;
  /** True when the output is written and only the checkpoint is left. */
  readonly written: boolean;
}

interface Leader {
  readonly epoch: number;
  readonly alive: boolean;
  readonly hands: Readonly<Record<Worker, Hand | null>>;
}

interface State {
  readonly epoch: number;
  readonly log: readonly { readonly id: string; readonly epoch: number }[];
  readonly checkpoints: Readonly<Record<Worker, number>>;
  readonly leaders: readonly Leader[];
  readonly takeOversLeft: number;
  readonly crashesLeft: number;
}

/** What the exploration came to: how many states there are, and the first one that should not be. */
export interface Explored {
  readonly states: number;
  readonly violation: { readonly because: string; readonly path: readonly string[] } | null;
}

/** Visits every state that can be reached with so many queries, take-overs and crashes. */
export function explore(rules: Rules, bound: { queries: number; takeOvers: number; crashes: number }): Explored {
  const queries = Array.from({ length: bound.queries }, (_, n) => ({ id: `query${n}`, epoch: 1 }));
  const first: State = {
    epoch: 1,
    log: queries,
    checkpoints: { agent: 0, service: 0 },
    leaders: [newLeader(1)],
    takeOversLeft: bound.takeOvers,
    crashesLeft: bound.crashes,
  };
  const seen = new Set<string>();
  const waiting: { state: State; path: readonly string[] }[] = [{ state: first, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { state, path } = next;
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const steps = stepsFrom(state, rules);
    const because =
      wrongIn(state) ?? (steps.every(([name]) => isMishap(name)) ? unfinished(state, bound.queries) : null);
    if (because) return { states: seen.size, violation: { because, path } };
    for (const [name, to] of steps) waiting.push({ state: to, path: [...path, name] });
  }
  return { states: seen.size, violation: null };
}

const newLeader = (epoch: number): Leader => ({ epoch, alive: true, hands: { agent: null, service: null } });
const isMishap = (name: string) => name.startsWith('crash') || name.startsWith('take over');

function stepsFrom(state: State, rules: Rules): [string, State][] {
  const steps: [string, State][] = [];
  for (const [n, leader] of state.leaders.entries()) {
    if (!leader.alive) continue;
    const withLeader = (over: Partial<Leader>, rest: Partial<State> = {}): State => ({
      ...state,
      ...rest,
      leaders: state.leaders.map((one, index) => (index === n ? { ...leader, ...over } : one)),
    });
    if (state.crashesLeft > 0)
      steps.push([`crash ${n}`, withLeader({ alive: false }, { crashesLeft: state.crashesLeft - 1 })]);
    for (const worker of workers) steps.push(...stepsOf(worker, n, leader, state, rules, withLeader));
  }
  // A lock can be stolen from a leader that is alive: frozen, and it does not know.
  if (state.takeOversLeft > 0) {
    const epoch = state.epoch + 1;
    const leaders = [...state.leaders, newLeader(epoch)];
    steps.push([
      `take over as ${leaders.length - 1}`,
      { ...state, epoch, leaders, takeOversLeft: state.takeOversLeft - 1 },
    ]);
  }
  return steps;
}

function stepsOf(
  worker: Worker,
  n: number,
  leader: Leader,
  state: State,
  rules: Rules,
  withLeader: (over: Partial<Leader>, rest?: Partial<State>) => State,
): [string, State][] {
  const hand = leader.hands[worker];
  const holding = (next: Hand | null) => ({ hands: { ...leader.hands, [worker]: next } });
  if (!hand) {
    const at = state.log.findIndex((event, index) => index >= state.checkpoints[worker] && concerns(worker, event.id));
    if (at < 0) return [];
    const id = `${worker === 'agent' ? 'proposal' : 'answer'} to ${state.log[at]?.id}`;
    return [[`${n} ${worker} looks`, withLeader(holding({ at, id, written: false }))]];
  }
  const settle = `${n} ${worker} settles`;
  if (rules.epochChecked && leader.epoch !== state.epoch) return [[settle, withLeader({ alive: false })]];
  const checkpoints = { ...state.checkpoints, [worker]: Math.max(state.checkpoints[worker], hand.at + 1) };
  if (hand.written) return [[settle, withLeader(holding(null), { checkpoints })]];
  const known = rules.idsChecked && state.log.some((event) => event.id === hand.id);
  if (known) return [[settle, withLeader(holding(null), { checkpoints })]];
  const log = [...state.log, { id: hand.id, epoch: leader.epoch }];
  if (rules.settledTogether) return [[settle, withLeader(holding(null), { log, checkpoints })]];
  return [[settle, withLeader(holding({ ...hand, written: true }), { log })]];
}

const concerns = (worker: Worker, id: string) => id.startsWith(worker === 'agent' ? 'query' : 'proposal');

function wrongIn({ log }: State): string | null {
  const ids = log.map((event) => event.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) return `"${twice}" is in the log twice`;
  const late = log.find((event, index) => index > 0 && event.epoch < (log[index - 1]?.epoch ?? 0));
  return late ? `"${late.id}" was written by a leader that had been replaced` : null;
}

/** Where nothing but mishaps can follow and somebody leads, all must be done. */
function unfinished({ log, leaders, epoch }: State, queries: number): string | null {
  if (!leaders.some((leader) => leader.alive && leader.epoch === epoch)) return null;
  const answers = log.filter((event) => event.id.startsWith('answer')).length;
  return answers === queries ? null : `${queries - answers} of ${queries} queries were never answered`;
}
