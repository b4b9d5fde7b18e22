import { describe, test } from 'vitest';
import type { Claim, WorldEvent } from '../../contracts';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { mailroom } from './mailroom';

const asked = [event('CustomerRegistered'), event('CustomerQuery')];
const reply = (...claims: object[]) => event('ReplyDrafted', { claims: claims as Claim[] });
const sent = event('ReplySent');

describe('a reply', () => {
  test('[MAIL3] that claims nothing is sent, also to a mail that waits for a person', () => {
    given(mailroom, asked).when(reply()).then(sent);
    given(mailroom, [...asked, event('Escalated')])
      .when(reply())
      .then(sent);
  });

  test('[MAIL3] to no mail, to somebody else’s, or a second one is refused', () => {
    given(mailroom, []).when(reply()).thenRefused('unknown-mail');
    given(mailroom, asked)
      .when(event('ReplyDrafted', { customerId: 'c-8', claims: [] }))
      .thenRefused('not-their-mail', /^(?!.*c-7)/);
    given(mailroom, [...asked, sent])
      .when(reply())
      .thenRefused('already-answered');
  });
});

describe('an interim reply', () => {
  const parked = event('ApprovalAsked', { proposalId: 'support-1' });
  const waits = { says: 'waits-for-approval', orderId: '1042' };
  const interim = (...claims: object[]) => event('ReplyDrafted', { claims: claims as Claim[], interim: true });
  const told = event('ReplySent', { interim: true });

  test('[MAIL9] says once what the answer waits for, and the mail can still be answered', () => {
    given(mailroom, [...asked, parked])
      .when(interim(waits))
      .then(told);
    given(mailroom, [...asked, parked, told])
      .when(interim(waits))
      .thenRefused('already-told');
    given(mailroom, [...asked, parked, told])
      .when(reply())
      .then(sent);
  });

  test('[MAIL9] is not sent when nothing waits', () => {
    given(mailroom, asked).when(interim()).thenRefused('waits-for-nothing');
    given(mailroom, asked).when(interim(waits)).thenRefused('untrue-claim');
    given(mailroom, [...asked, parked, event('ApprovalGiven', { proposalId: 'support-1' })])
      .when(interim(waits))
      .thenRefused('untrue-claim');
  });
});

const placed = event('OrderPlaced');
const refunded = { says: 'refunded', orderId: '1042', sku: 'MUG-1', qty: 1, cents: 1450 };
const status = (is: string) => ({ says: 'order-status', orderId: '1042', status: is });
const wasCancelled = { says: 'cancelled', orderId: '1042' };
const available = (is: boolean) => ({ says: 'available', sku: 'MUG-1', available: is });
const soldOut = event('StockReserved', { items: [{ sku: 'MUG-1', qty: 1, available: 0 }] });

describe('a claim', () => {
  test.each<[string, WorldEvent[], object]>([
    ['a refund that was processed', [placed, event('RefundProcessed')], refunded],
    ['a cancellation that took place', [placed, event('OrderCancelled')], wasCancelled],
    ['the status as it is', [placed, event('OrderShipped')], status('shipped')],
    ['stock that is there', [event('InventoryUpdated')], available(true)],
    ['stock that is gone', [event('InventoryUpdated'), soldOut], available(false)],
  ])('[MAIL4] of %s is true', (_, history, claim) => {
    given(mailroom, [...asked, ...history])
      .when(reply(claim))
      .then(sent);
  });

  test.each<[string, WorldEvent[], object]>([
    ['a refund that was not', [placed], refunded],
    ['a refund with other numbers', [placed, event('RefundProcessed', { cents: 1000 })], refunded],
    ['a cancellation that was not', [placed], wasCancelled],
    ['a status that is past', [placed, event('OrderShipped')], status('placed')],
    ['stock that is gone', [event('InventoryUpdated'), soldOut], available(true)],
    ['stock that never was', [], available(true)],
    ['missing stock that is there', [event('InventoryUpdated')], available(false)],
  ])('[MAIL4] of %s is untrue, and nothing is sent', (_, history, claim) => {
    given(mailroom, [...asked, ...history])
      .when(reply(claim))
      .thenRefused('untrue-claim');
  });

  test('[MAIL4] that is untrue spoils those that are true', () => {
    given(mailroom, [...asked, placed])
      .when(reply(status('placed'), wasCancelled))
      .thenRefused('untrue-claim');
  });

  const theirs: WorldEvent[] = [
    event('OrderPlaced', { customerId: 'c-8' }),
    event('RefundProcessed', { customerId: 'c-8' }),
    event('OrderCancelled', { customerId: 'c-8' }),
  ];

  test.each([refunded, wasCancelled, status('cancelled')])(
    '[MAIL4] of $says about somebody else’s order is untrue, in the words for an order that does not exist',
    (claim) => {
      const words = /^this customer (has|got) no .*order 1042/;
      for (const history of [theirs, []]) {
        given(mailroom, [...asked, ...history])
          .when(reply(claim))
          .thenRefused('untrue-claim', words);
      }
    },
  );
});

describe('an escalation', () => {
  const ask = event('EscalationRequested');

  test('[MAIL5] puts a mail on the shopkeeper’s desk, once', () => {
    given(mailroom, asked).when(ask).then(event('Escalated'));
    given(mailroom, [...asked, event('Escalated')])
      .when(ask)
      .thenRefused('already-escalated');
  });

  test('[MAIL5] of an answered mail, of no mail, or of somebody else’s is refused', () => {
    given(mailroom, [...asked, sent])
      .when(ask)
      .thenRefused('already-answered');
    given(mailroom, []).when(ask).thenRefused('unknown-mail');
    given(mailroom, asked)
      .when(event('EscalationRequested', { customerId: 'c-8' }))
      .thenRefused('not-their-mail');
  });
});

describe('a mail that wants no answer', () => {
  const ask = event('FilingRequested');
  const automatic = [event('CustomerRegistered'), event('CustomerQuery', { automatic: true })];

  test('[MAIL6] is put away, once', () => {
    given(mailroom, asked).when(ask).then(event('MailFiled'));
    given(mailroom, [...asked, event('MailFiled')])
      .when(ask)
      .thenRefused('already-filed');
  });

  test('[MAIL6] is not put away when it is answered, waits for a person, or is somebody else’s', () => {
    given(mailroom, [...asked, sent])
      .when(ask)
      .thenRefused('already-answered');
    given(mailroom, [...asked, event('Escalated')])
      .when(ask)
      .thenRefused('already-escalated');
    given(mailroom, asked)
      .when(event('FilingRequested', { customerId: 'c-8' }))
      .thenRefused('not-their-mail');
  });

  test('[MAIL7] what a machine sent is answered by no assistant; a person may', () => {
    given(mailroom, automatic).when(reply()).thenRefused('automatic-mail');
    given(mailroom, automatic)
      .when({ ...reply(), by: 'shopkeeper' })
      .then(sent);
  });
});
