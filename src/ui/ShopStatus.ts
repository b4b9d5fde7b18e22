import type { AgentName, EventId } from '../contracts';

/** A thread's life as the page sees it. */
export interface AgentStatus {
  readonly name: AgentName;
  readonly state: 'starting' | 'idle' | 'thinking' | 'paused' | 'crashed';
  /** How many events it is tuned in to lie after its checkpoint. */
  readonly lag: number;
  readonly checkpoint: number;
  /** The step of the turn it is in, if it is in one. */
  readonly step: string | null;
  readonly trigger: EventId | null;
}

/** One of the things that must always hold, as it stands now. */
export interface InvariantLight {
  readonly id: string;
  readonly says: string;
  readonly ok: boolean;
  /** The first violation in words, with its position. */
  readonly because: string | null;
}
