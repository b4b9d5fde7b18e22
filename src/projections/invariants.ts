import type { Fold, WorldEvent } from '../contracts';
import { causesComeFirst } from './invariants/causesComeFirst';
import { confirmedMeansReserved } from './invariants/confirmedMeansReserved';
import { factsComeFromTheirOwner } from './invariants/factsComeFromTheirOwner';
import { goodsMoveForAReason } from './invariants/goodsMoveForAReason';
import { giftCardsNeverShort } from './invariants/giftCardsNeverShort';
import { watchVersion, type Invariant } from './invariants/Invariant';
import { levelsAgree } from './invariants/levelsAgree';
import { moneyBackWithinPaid } from './invariants/moneyBackWithinPaid';
import { moneyGoesBackToWhoPaid } from './invariants/moneyGoesBackToWhoPaid';
import { noLineReservedTwice } from './invariants/noLineReservedTwice';
import { nothingSoldOutIsAdvertised } from './invariants/nothingSoldOutIsAdvertised';
import { oneAnswerPerProposal } from './invariants/oneAnswerPerProposal';
import { oneRefundPerUnit } from './invariants/oneRefundPerUnit';
import { onHandAddsUp } from './invariants/onHandAddsUp';
import { parkedEndsOnce } from './invariants/parkedEndsOnce';
import { positionsHaveNoGap } from './invariants/positionsHaveNoGap';
import { refundWithinUnitPrice } from './invariants/refundWithinUnitPrice';
import { repliesAreTrue } from './invariants/repliesAreTrue';

/** All that must always hold, in the order of its ids. To add one: one file, one line here. */
export const invariants: readonly Invariant<unknown>[] = [
  onHandAddsUp,
  levelsAgree,
  goodsMoveForAReason,
  moneyBackWithinPaid,
  oneRefundPerUnit,
  nothingSoldOutIsAdvertised,
  factsComeFromTheirOwner,
  oneAnswerPerProposal,
  positionsHaveNoGap,
  causesComeFirst,
  repliesAreTrue,
  confirmedMeansReserved,
  noLineReservedTwice,
  giftCardsNeverShort,
  moneyGoesBackToWhoPaid,
  parkedEndsOnce,
  refundWithinUnitPrice,
];

/** What the invariants remember, in the registry's order. It can be cloned and stored like a view. */
export type InvariantStates = unknown[];

/** One invariant as it stands: holding, or the first violation in words. */
export interface Light {
  readonly id: string;
  readonly says: string;
  readonly ok: boolean;
  readonly because: string | null;
  /** The position of the first event that broke it; null while it holds. */
  readonly brokenAt: number | null;
}

/** The invariants before the first event. They must see the log from there. */
export function openInvariants(): InvariantStates {
  return invariants.map((invariant) => invariant.open());
}

/** Shows one more event to every invariant. Writes into `states`, which is also what it returns. */
export function foldInvariants(states: InvariantStates, event: WorldEvent): InvariantStates {
  for (const [index, invariant] of invariants.entries()) states[index] = invariant.evolve(states[index], event);
  return states;
}

/** All invariants as one fold, for a snapshot. */
export const invariantsFold: Fold<InvariantStates> = {
  name: 'invariants',
  version: [`watch:${watchVersion}`, ...invariants.map(({ id, version }) => `${id}:${version}`)].join(' '),
  open: openInvariants,
  evolve: foldInvariants,
};

/** How each invariant stands now. */
export function lights(states: InvariantStates): Light[] {
  return invariants.map((invariant, index) => {
    const violation = invariant.broken(states[index]);
    const { id, says } = invariant;
    return { id, says, ok: !violation, because: violation?.because ?? null, brokenAt: violation?.position ?? null };
  });
}

/** How each stood at a position, by how it stands now: only the first violation is kept, and it never heals. */
export function lightsAt(position: number, now: readonly Light[]): Light[] {
  return now.map((light) =>
    light.brokenAt !== null && light.brokenAt <= position
      ? light
      : { ...light, ok: true, because: null, brokenAt: null },
  );
}
