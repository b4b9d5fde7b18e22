import { isRefusal, type AgentName, type EventId, type EventOf, type WorldEvent } from '../contracts';
import type { Projection } from './Projection';

/** How the proposals of one agent on one engine and model fared. */
export interface VerdictRow {
  readonly agent: AgentName;
  readonly engine: string;
  readonly model: string;
  readonly decisions: number;
  readonly accepted: number;
  readonly refused: number;
  readonly waiting: number;
  /** How often each rule refused one. */
  readonly rules: Readonly<Record<string, number>>;
  readonly changedAt: number;
}

/** Whose a proposal is that waits for its answer, or a decision whose proposals come next. */
interface Owned {
  readonly id: EventId;
  readonly row: string;
  readonly changedAt: number;
}

export interface Verdicts {
  /** By agent, engine and model. */
  readonly rates: Map<string, VerdictRow>;
  readonly waiting: Map<EventId, Owned>;
  /** Each agent's last decision. */
  readonly latest: Map<AgentName, Owned>;
}

/** Folds decisions, the proposals that came of them, and the verdicts on those: accept rates per agent, engine and model. */
export const verdicts: Projection<Verdicts> = {
  name: 'verdicts',
  version: 1,
  open: () => ({ rates: new Map(), waiting: new Map(), latest: new Map() }),
  evolve(view, event) {
    if (event.type === 'AgentDecided') return decide(view, event);
    if (event.kind === 'proposal') return propose(view, event);
    const asked = event.answers === undefined ? undefined : view.waiting.get(event.answers);
    return asked ? answer(view, asked, event) : view;
  },
};

function decide(view: Verdicts, { id, position, data }: EventOf<'AgentDecided'>): Verdicts {
  const { agent, engine, model } = data;
  const row = `${agent} ${engine} ${model}`;
  const before = view.rates.get(row) ?? { decisions: 0, accepted: 0, refused: 0, waiting: 0, rules: {} };
  view.rates.set(row, { ...before, agent, engine, model, decisions: before.decisions + 1, changedAt: position });
  view.latest.set(agent, { id, row, changedAt: position });
  return view;
}

/** What an agent proposes follows its decision in the same commit; what others propose is nobody's here. */
function propose(view: Verdicts, { id, by, causationId, position }: WorldEvent): Verdicts {
  const latest = view.latest.get(by as AgentName);
  if (!latest || latest.id !== causationId) return view;
  view.waiting.set(id, { id, row: latest.row, changedAt: position });
  return count(view, latest.row, position, (row) => ({ waiting: row.waiting + 1 }));
}

function answer(view: Verdicts, { id, row }: Owned, event: WorldEvent): Verdicts {
  view.waiting.delete(id);
  return count(view, row, event.position, ({ waiting, accepted, refused, rules }) => {
    if (!isRefusal(event)) return { waiting: waiting - 1, accepted: accepted + 1 };
    const { rule } = event.data;
    const times = Object.hasOwn(rules, rule) ? (rules[rule] ?? 0) : 0;
    return { waiting: waiting - 1, refused: refused + 1, rules: { ...rules, [rule]: times + 1 } };
  });
}

function count(view: Verdicts, key: string, position: number, to: (row: VerdictRow) => Partial<VerdictRow>): Verdicts {
  const row = view.rates.get(key);
  if (row) view.rates.set(key, { ...row, ...to(row), changedAt: position });
  return view;
}
