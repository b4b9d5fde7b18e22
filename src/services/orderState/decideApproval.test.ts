import { describe, test } from 'vitest';
import type { EventId, WorldEvent } from '../../contracts';
import { canonicalJson, sha256Hex } from '../../kernel';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { paid, shipped } from './chapters.suite';
import { orderState } from './orderState';

const tenEuros = event('PolicySet', { policy: { name: 'refund-above', cents: 1000 } });
const strict = [...shipped, tenEuros];
const wanted = event('RefundRequested', {}, { id: 'support-1' });
const payload = sha256Hex(canonicalJson(wanted.data));
const asked = event('ApprovalAsked', { payload, basis: strict.length + 1 });
const parked: readonly WorldEvent[] = [...strict, wanted, asked];
const yes = event('ApprovalDecided', { payload }, { id: 'page-1' });
const given1 = event('ApprovalGiven');
const refunded = event('RefundProcessed', {}, { answers: 'support-1' });

/** What a service makes of a history's last event when positions are its own. */
const facts = (history: readonly WorldEvent[], happens: Parameters<ReturnType<typeof given>['when']>[0]) =>
  given(orderState, history).when(happens);

describe('an approval', () => {
  test('[ORD14] a refund above the amount waits, with its payload and the world it was shown in', () => {
    facts(strict, wanted).then(asked);
  });

  test('[ORD14] the shopkeeper’s own refund waits for nobody, nor does one that no rule holds back', () => {
    const own = { ...wanted, by: 'shopkeeper', external: true } as typeof wanted;
    facts(strict, own).then(event('RefundProcessed'));
    facts(shipped, wanted).then(event('RefundProcessed'));
  });

  test('[ORD14] a difference that pays back more than the amount waits, too; one that is paid does not', () => {
    const cheap = (priceCents: number) => [
      ...paid,
      tenEuros,
      event('NewProduct', { sku: 'MUG-2', priceCents }),
      event('InventoryUpdated', { sku: 'MUG-2', onHand: 1, reserved: 0, available: 1 }),
    ];
    const change = event('ItemsChangeRequested', {}, { id: 'support-1' });
    const shown = { asks: 'ItemsChangeRequested', payload: sha256Hex(canonicalJson(change.data)), cents: 1350 };
    facts(cheap(100), change).then(event('ApprovalAsked', { ...shown, basis: paid.length + 4 }));
    facts(cheap(9900), change).then(event('VariantsWanted'));
  });

  test('[ORD14] one refund too many within the days waits', () => {
    const rule = event('PolicySet', { policy: { name: 'refund-again', count: 2, days: 30 } });
    const first = event('RefundProcessed', {}, { answers: 'support-1' });
    const again = event('RefundRequested', {}, { id: 'support-2' });
    given(orderState, [...shipped, rule, first])
      .when(again)
      .then(
        event('ApprovalAsked', {
          proposalId: 'support-2',
          payload: sha256Hex(canonicalJson(again.data)),
          basis: shipped.length + 3,
          policy: 'refund-again',
          because: 'refund number 2 of a customer within 30 days waits for the shopkeeper',
        }),
      );
  });

  test.each([
    ['address', event('AddressChangeRequested', {}, { id: 'support-1' }), event('AddressChanged')],
    ['gift-card', event('PaymentMethodChangeRequested', {}, { id: 'support-1' }), event('PaymentMethodChanged')],
  ] as const)('[ORD14] what is asked by mail waits, if the house wants that: %s', (act, change, done) => {
    const rule = event('PolicySet', { policy: { name: 'asked-by-mail', acts: [act] } });
    const withCard = [...paid, event('PaymentMethodAdded')];
    const cents = act === 'address' ? 0 : 2900;
    const shown = { asks: change.type, policy: 'asked-by-mail', payload: sha256Hex(canonicalJson(change.data)), cents };
    const because = `asked by mail, these wait for the shopkeeper: ${act}`;
    facts([...withCard, rule], change).then(event('ApprovalAsked', { ...shown, because, basis: withCard.length + 2 }));
    facts(withCard, change).then(done);
  });

  test('[ORD15] is given: the refund goes out as the answer to what was asked', () => {
    facts(parked, yes).then(given1, refunded);
  });

  test('[ORD15] is refused, in words the customer can read', () => {
    const no = event('ApprovalDecided', { payload, verdict: 'refuse', because: 'not this time' }, { id: 'page-1' });
    facts(parked, no).then(
      event('ApprovalRefused', { because: 'not this time' }),
      event('RefundRejected', {
        rule: 'not-approved',
        because: 'the shop decided against it: not this time',
        about: [...wanted.tags],
      }),
    );
  });

  test('[ORD15] answering twice changes nothing: the money goes out once', () => {
    facts([...parked, yes, given1, refunded], { ...yes, id: 'page-2' as EventId }).thenRefused('already-decided');
  });

  test('[ORD15] for another payload than was shown is not taken', () => {
    facts(parked, event('ApprovalDecided', { payload: '0'.repeat(64) })).thenRefused('other-payload');
  });

  test('[ORD15] of what never waited is refused', () => {
    facts(strict, yes).thenRefused('no-such-approval');
  });

  test('[ORD15] lapses when a fact under it changes, names it, and a late answer does nothing', () => {
    const other = event('RefundProcessed', {}, { id: 'order-state-9' });
    const position = parked.length + 1;
    const because = `the world moved at ${position} while this was being decided`;
    facts(parked, other).then(
      event('ApprovalLapsed', { moved: [position], because }),
      event('RefundRejected', { rule: 'stale-basis', because, about: [...wanted.tags], moved: [position] }),
    );
    const lapsed = event('ApprovalLapsed', { moved: [position], because });
    const refused = event('RefundRejected', {}, { answers: 'support-1' });
    facts([...parked, other, lapsed, refused], yes).thenRefused('already-decided');
  });

  test('[ORD14] a rule that says the same already is no change', () => {
    facts(strict, event('PolicyChangeRequested', { policy: { name: 'refund-above', cents: 1000 } })).thenRefused(
      'same-policy',
    );
  });
});
