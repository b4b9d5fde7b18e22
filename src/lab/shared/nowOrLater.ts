import type { LabInput } from '../scenario/Scenario';

/** A carrier who finds nothing to do comes again so often. */
export const carrierComesAgain = { everyMs: 20_000, times: 3 } as const;

/** Whether something from outside happens now, and whether it is tried once more later: a carrier takes what there is, and comes again for the rest. */
export function nowOrLater(
  { kind }: LabInput,
  status: string | undefined,
): { readonly happens: boolean; readonly again: boolean } {
  if (kind === 'pickup') {
    const isGone = ['shipped', 'delivered', 'cancelled'].includes(status ?? '');
    return { happens: !isGone, again: !isGone };
  }
  if (kind === 'deliver') {
    const isOver = status === 'delivered' || status === 'cancelled';
    return { happens: status === 'shipped', again: !isOver && status !== 'shipped' };
  }
  return { happens: kind !== 'parcel' || status === 'delivered', again: false };
}
