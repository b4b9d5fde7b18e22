import { defaultPolicies, moneyMoves } from '../../contracts';
import type { Json } from '../viewsToJson';
import { all, byText, last, sorted, sum, type Rows } from './lookUp';

/** Every movement of money, and what each payment method holds after them. */
export const naiveLedger: Rows = (events) => ({
  entries: byText(
    events.flatMap((event) =>
      moneyMoves(event).map((move) => {
        const { orderId, customerId } = event.data as { orderId: string; customerId: string };
        return { ...move, orderId, customerId, because: event.type, at: event.at };
      }),
    ),
  ),
  methods: sorted(
    all(events, 'PaymentMethodAdded').map(({ data: { openingCents, ...method } }) => {
      const here = events.filter(({ type }) => type !== 'OrderTakenOver').flatMap(moneyMoves);
      const total = (kind: string) =>
        sum(here.filter((one) => one.methodId === method.methodId && one.kind === kind).map(({ cents }) => cents));
      const [chargedCents, refundedCents] = [total('charge'), total('refund')];
      const balanceCents = method.kind === 'gift-card' ? openingCents - chargedCents + refundedCents : null;
      return [method.methodId, { ...method, chargedCents, refundedCents, balanceCents }];
    }),
  ),
});

/** What waits, or waited, for a person. */
export const naiveApprovals: Rows = (events) =>
  byText(
    all(events, 'ApprovalAsked').map(({ at, data: { proposalId, basis, ...shown } }) => {
      const end = events.find(
        ({ type, data }) =>
          ['ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed'].includes(type) &&
          (data as { proposalId?: string }).proposalId === proposalId,
      );
      const status = end ? end.type.replace('Approval', '').toLowerCase() : 'open';
      const said = end && 'because' in end.data ? end.data.because : null;
      return { ...shown, status, said, askedAt: at, ...(basis < 0 && { basis }) };
    }),
  );

/** The shop's own settings. */
export const naiveHouse: Rows = (events) => ({
  policies: sorted(
    Object.values(defaultPolicies).map((standard) => {
      const set = all(events, 'PolicySet').filter(({ data }) => data.policy.name === standard.name);
      return [standard.name, { policy: last(set)?.data.policy ?? standard }] as [string, Json];
    }),
  ),
  currency: last(all(events, 'CurrencySet'))?.data.currency ?? 'EUR',
});
