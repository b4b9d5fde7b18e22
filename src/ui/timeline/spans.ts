import { agents, isOneOf, type Actor, type AgentName, type WorldEvent } from '../../contracts';

/** A time an agent was behind, had no thread, or was held; in steps. */
export interface Span {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  /** `lag` from what it reacts to until its turn is settled; `crashed` and `paused` until it works again, or until now. */
  readonly kind: 'lag' | 'crashed' | 'paused';
}

/** Events with their places in steps, the indices of their causes, and the lanes there are. */
interface Places {
  readonly events: readonly WorldEvent[];
  readonly lanes: readonly Actor[];
  readonly at: Float64Array;
  readonly cause: Int32Array;
}

/** What lies between events in an agent's lane. */
export function spansOf({ events, lanes, at, cause }: Places): Span[] {
  const spans: Span[] = [];
  const open = { crashed: new Map<AgentName, number>(), paused: new Map<AgentName, number>() };
  const end = at.at(-1) ?? 0;

  function close(kind: 'crashed' | 'paused', agent: AgentName, to: number) {
    const from = open[kind].get(agent);
    const lane = lanes.indexOf(agent);
    open[kind].delete(agent);
    if (from !== undefined && lane >= 0) spans.push({ lane, from, to, kind });
  }

  for (const [index, event] of events.entries()) {
    const here = at[index] as number;
    const agent = agents.find((one) => one === event.by);
    if (agent) close('crashed', agent, here);
    if (agent && isOneOf(event, ['AgentDecided', 'AgentFailed'])) {
      const trigger = cause[index] as number;
      if (trigger >= 0) spans.push({ lane: lanes.indexOf(agent), from: at[trigger] as number, to: here, kind: 'lag' });
    } else if (event.type === 'AgentCrashed') open.crashed.set(event.data.agent, here);
    else if (event.type === 'AgentPaused') open.paused.set(event.data.agent, here);
    else if (event.type === 'AgentResumed') close('paused', event.data.agent, here);
  }
  for (const kind of ['crashed', 'paused'] as const) for (const name of [...open[kind].keys()]) close(kind, name, end);
  return spans;
}
