import type { MethodId, WantedItem } from '../../contracts';
import type { FactDraft, Refusal } from '../Service';

/** What a proposal comes to when the rules allow it. */
export interface Due {
  /** The first is the answer. */
  readonly facts: readonly [FactDraft, ...FactDraft[]];
  /** The money at stake. */
  readonly cents: number;
  /** The method that somebody chose for it; null when nobody did. */
  readonly methodId: MethodId | null;
  /** What must be set aside first. */
  readonly wants: readonly WantedItem[];
}

/** True when the rules say no. */
export function isRefused(found: Due | Refusal): found is Refusal {
  return 'rejected' in found;
}
