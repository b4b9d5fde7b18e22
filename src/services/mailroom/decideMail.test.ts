import { describe, expect, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { visitorOf } from '../visitor';
import { mailroom } from './mailroom';

const registered = [event('CustomerRegistered')];

describe('a customer', () => {
  test('[MAIL1] is registered once', () => {
    given(mailroom, []).when(event('CustomerIntroduced')).then(event('CustomerRegistered'));
    given(mailroom, registered).when(event('CustomerIntroduced')).thenRefused('known-customer');
    given(mailroom, registered).when(event('ForgettingRequested')).then(event('CustomerForgotten'));
    given(mailroom, []).when(event('ForgettingRequested')).thenRefused('unknown-customer');
    given(mailroom, [...registered, event('CustomerForgotten')])
      .when(event('CustomerIntroduced'))
      .then(event('CustomerRegistered'));
  });

  test('[MAIL1] cannot have a visitor’s id: what a stranger asks would be about them', () => {
    given(mailroom, [])
      .when(event('CustomerIntroduced', { customerId: 'visitor-m-1' }))
      .thenRefused('not-a-customer');
  });
});

describe('a mail', () => {
  const visitor = { customerId: 'visitor-m-1', known: false };

  test('[MAIL2] from a registered customer is their question', () => {
    given(mailroom, registered).when(event('MailReceived')).then(event('CustomerQuery'));
  });

  test('[MAIL2] from an unknown address, or from somebody not registered, is a visitor’s', () => {
    given(mailroom, registered)
      .when(event('MailReceived', { customerId: null }))
      .then(event('CustomerQuery', visitor));
    given(mailroom, []).when(event('MailReceived')).then(event('CustomerQuery', visitor));
  });

  test('[MAIL2] with the longest of ids has a visitor of its own too', () => {
    const [a, b] = ['a', 'b'].map((end) => 'm'.repeat(63) + end) as [string, string];
    expect(visitorOf(a)).not.toBe(visitorOf(b));
    given(mailroom, [])
      .when(event('MailReceived', { mailId: a, customerId: null }))
      .then(event('CustomerQuery', { mailId: a, customerId: visitorOf(a), known: false }));
  });

  test('[MAIL2] is passed on once', () => {
    given(mailroom, [...registered, event('CustomerQuery')])
      .when(event('MailReceived'))
      .thenRefused('same-mail');
  });

  test('[MAIL8] that failed its sender check is a visitor’s, whoever it says it is from', () => {
    given(mailroom, registered)
      .when(event('MailReceived', { unverified: true }))
      .then(event('CustomerQuery', { ...visitor, unverified: true }));
  });

  test('[MAIL8] goes on only from a mail of the same customer', () => {
    const before = event('CustomerQuery', { mailId: 'm-0' });
    const theirs = event('CustomerQuery', { mailId: 'm-0', customerId: 'c-8' });
    const next = event('MailReceived', { inReplyTo: 'm-0' });
    given(mailroom, [...registered, before])
      .when(next)
      .then(event('CustomerQuery', { inReplyTo: 'm-0' }));
    given(mailroom, [...registered, theirs])
      .when(next)
      .then(event('CustomerQuery'));
  });
});
