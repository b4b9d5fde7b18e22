import { z } from 'zod';

/** Why a person has to look at a mail. */
export const escalationReason = z.enum([
  'unclear',
  'unknown-sender',
  'sender-not-verified',
  'other-language',
  'not-their-order',
  'not-mine-to-decide',
  'asked-before',
  'kept-changing',
]);

export type EscalationReason = z.infer<typeof escalationReason>;
