import type { CustomerId, EventId, MailId, Ref } from '../contracts';

/** A mail and what became of it. `answered` by a reply, `escalated` to a person, `refused` by the mailroom. */
export interface MailRow {
  readonly mailId: MailId;
  readonly customerId: CustomerId | null;
  readonly letter: Ref;
  readonly status: 'received' | 'open' | 'working' | 'escalated' | 'answered' | 'refused';
  readonly reply: Ref | null;
  /** Why it was escalated or refused, in words. */
  readonly because: string | null;
  readonly receivedAt: number;
  /** The MailReceived that began the story; everything that follows carries it as correlation. */
  readonly correlationId: EventId;
  readonly lastEvent: EventId;
  readonly changedAt: number;
}

/** Every mail by its id, oldest first. */
export type Inbox = Map<MailId, MailRow>;
