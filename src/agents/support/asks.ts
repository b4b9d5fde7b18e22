import type { ProposalType } from '../../contracts';
import type { SupportAct } from './decision';

/** The proposal that each act of support becomes. */
export const proposalOf = {
  refund: 'RefundRequested',
  cancellation: 'CancellationRequested',
  return: 'ReturnRequested',
  exchange: 'ExchangeRequested',
  items: 'ItemsChangeRequested',
  address: 'AddressChangeRequested',
  payment: 'PaymentMethodChangeRequested',
} as const satisfies Record<SupportAct['ask'], ProposalType>;

export type Ask = SupportAct['ask'];

/** What kind of act a proposal was; null for one that is none of support's acts. */
export function askOf(type: string): Ask | null {
  return (Object.entries(proposalOf).find(([, proposal]) => proposal === type)?.[0] as Ask | undefined) ?? null;
}
