import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, mailId, ref } from '../ids';
import { tag } from '../tags';

/** A mail came in. The letter (sender, subject, text) lies in the side store; `customerId` is whom the address book knows at this address. */
export const MailReceived = defineProposal({
  type: 'MailReceived',
  topic: 'agent_triggers',
  publishedBy: ['customer', 'shopkeeper'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['CustomerQuery'],
    refused: 'MailRefused',
  },
  schema: z.strictObject({
    mailId,
    customerId: customerId.nullable(),
    letter: ref,
    attachments: z.int().min(0).max(1000),
    /** A machine sent it, by its own headers. */
    automatic: z.literal(true).optional(),
    /** The receiving mail server found that it does not come from its sender; whose mail it is, is then not known. */
    unverified: z.literal(true).optional(),
    /** The earlier mail of the same customer that it goes on from. */
    inReplyTo: mailId.optional(),
  }),
  tags: (data) => [tag.mail(data.mailId), ...(data.customerId ? [tag.customer(data.customerId)] : [])],
  says: (data) => `mail ${data.mailId} came in from ${data.customerId ?? 'an unknown address'}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    letter: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    attachments: 0,
  },
});

/** The mailroom did not pass the mail on. */
export const MailRefused = defineRefusal({
  type: 'MailRefused',
  of: MailReceived,
  example: {
    rule: 'same-mail',
    because: 'mail m-1 is already here',
    about: ['mail:m-1', 'customer:c-7'],
  },
});
