import { isRefusal, type AgentName, type EventId, type ProposalType, type WorldEvent } from '../contracts';

/** Something an agent proposed, and what came of it; `answer` is null while it waits. */
export interface Act {
  readonly id: EventId;
  readonly type: ProposalType;
  readonly data: Readonly<Record<string, unknown>>;
  /** The AgentDecided it belongs to: what was decided together has the same. */
  readonly decision: EventId | null;
  readonly answer: ActAnswer | null;
  /** It was parked: a policy wants the shopkeeper's word first. */
  readonly parked: boolean;
}

interface ActAnswer {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The rule that refused it and the reason in words; null when it was accepted. */
  readonly refused: { readonly rule: string; readonly because: string } | null;
}

/** An agent's memory of what it did and what came of it, story by story. Rebuilt from the log, never stored. */
export interface Acts {
  readonly byId: Map<EventId, Act>;
  /** The acts of a story (by its correlation id), oldest first. */
  readonly byStory: Map<EventId, EventId[]>;
}

export function openActs(): Acts {
  return { byId: new Map(), byStory: new Map() };
}

/** Folds the agent's own proposals and the answers to them; everything else leaves no trace. */
export function rememberAct(acts: Acts, agent: AgentName, event: WorldEvent): void {
  if (event.kind === 'proposal' && event.by === agent) {
    const { id, type, data, causationId, correlationId } = event;
    acts.byId.set(id, { id, type: type as ProposalType, data, decision: causationId, answer: null, parked: false });
    const story = acts.byStory.get(correlationId);
    if (story) story.push(id);
    else acts.byStory.set(correlationId, [id]);
  }
  if (event.type === 'ApprovalAsked') {
    const asked = acts.byId.get(event.data.proposalId);
    if (asked) acts.byId.set(asked.id, { ...asked, parked: true });
  }
  const act = event.answers && acts.byId.get(event.answers);
  if (act) {
    const refused = isRefusal(event) ? { rule: event.data.rule, because: event.data.because } : null;
    acts.byId.set(act.id, { ...act, answer: { type: event.type, data: event.data, refused } });
  }
}

/** The act that this event answers or parks, if it is one of the agent's own. */
export function answeredBy(acts: Acts, event: WorldEvent): Act | null {
  const id = event.type === 'ApprovalAsked' ? event.data.proposalId : event.answers;
  return (id && acts.byId.get(id)) || null;
}

/** All acts of a story, oldest first. */
export function actsOf(acts: Acts, story: EventId): readonly Act[] {
  return (acts.byStory.get(story) ?? []).flatMap((id) => acts.byId.get(id) ?? []);
}

// Rules by which an answer says: you looked at a world that has moved on.
const outrunRules = ['stale-basis', 'untrue-claim'];

/** True when it was refused because the world had moved since its author looked. */
export function wasOutrun(act: Act): boolean {
  return act.answer?.refused ? outrunRules.includes(act.answer.refused.rule) : false;
}

/** True when the world moved under this story more often than an agent decides anew: twice. */
export function keptChanging(acts: Acts, story: EventId): boolean {
  return (
    new Set(
      actsOf(acts, story)
        .filter(wasOutrun)
        .map((act) => act.decision),
    ).size > 2
  );
}
