import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { eventId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The shopkeeper says yes or no to what is parked: to exactly this payload. */
export const ApprovalDecided = defineProposal({
  type: 'ApprovalDecided',
  topic: 'shop_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed'],
    refused: 'ApprovalDecisionRefused',
  },
  schema: z.strictObject({
    proposalId: eventId,
    verdict: z.enum(['give', 'refuse']),
    payload: z.string().regex(/^[0-9a-f]{64}$/),
    because: words(400),
  }),
  tags: (data) => [tag.approval(data.proposalId)],
  says: (data) => `the shopkeeper says ${data.verdict === 'give' ? 'yes' : 'no'} to ${data.proposalId}`,
  example: {
    proposalId: 'support-1',
    verdict: 'give',
    payload: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    because: 'a good customer',
  },
});

/** It changes nothing: there is nothing to decide, or it was decided already. */
export const ApprovalDecisionRefused = defineRefusal({
  type: 'ApprovalDecisionRefused',
  of: ApprovalDecided,
  example: {
    rule: 'already-decided',
    because: 'this was decided already, and nothing changed',
    about: ['approval:support-1'],
  },
});
