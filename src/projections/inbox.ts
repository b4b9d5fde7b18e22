import type { CustomerId, EventId, EventOf, MailId, Ref, WorldEvent } from '../contracts';
import type { Projection } from './Projection';

/** A mail and what became of it. `answered` by a reply, `escalated` to a person, `filed` because it wants no answer, `refused` by the mailroom. */
export interface MailRow {
  readonly mailId: MailId;
  readonly customerId: CustomerId | null;
  readonly letter: Ref;
  readonly status: 'received' | 'open' | 'working' | 'escalated' | 'answered' | 'filed' | 'refused';
  /** The last that was written to the sender; before it is answered, what the answer waits for. */
  readonly reply: Ref | null;
  /** Why it was escalated, filed or refused, in words. */
  readonly because: string | null;
  readonly receivedAt: number;
  /** The MailReceived that began the story; everything that follows carries it as correlation. */
  readonly correlationId: EventId;
  readonly lastEvent: EventId;
  readonly changedAt: number;
}

/** Every mail by its id, oldest first. */
export type Inbox = Map<MailId, MailRow>;

/** Folds the way of each mail, from the intake to its answer. */
export const inbox: Projection<Inbox> = {
  name: 'inbox',
  version: 2,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'MailReceived':
        return receive(view, event);
      case 'CustomerQuery':
        return open(view, event);
      case 'AgentDecided':
        return event.by === 'support' ? startWork(view, event) : view;
      case 'Escalated':
        return change(view, event, event.data.mailId, () => ({ status: 'escalated', because: event.data.because }));
      case 'MailFiled':
        return change(view, event, event.data.mailId, () => ({ status: 'filed', because: event.data.because }));
      case 'ReplySent':
        return change(view, event, event.data.mailId, (row) => ({
          status: event.data.interim ? row.status : 'answered',
          reply: event.data.text,
        }));
      case 'MailRefused':
        return refuse(view, event);
      default:
        return view;
    }
  },
};

/** A second mail of the same id is history, but not a row: the mailroom will refuse it. */
function receive(view: Inbox, event: EventOf<'MailReceived'>): Inbox {
  const { mailId, customerId, letter } = event.data;
  const known = view.get(mailId);
  if (known && known.status !== 'refused') return view;
  return view.set(mailId, {
    mailId,
    customerId,
    letter,
    status: 'received',
    reply: null,
    because: null,
    receivedAt: event.at,
    correlationId: event.correlationId,
    lastEvent: event.id,
    changedAt: event.position,
  });
}

function change(view: Inbox, event: WorldEvent, mailId: MailId, to: (row: MailRow) => Partial<MailRow>): Inbox {
  const row = view.get(mailId);
  if (!row) return view;
  return view.set(mailId, { ...row, ...to(row), lastEvent: event.id, changedAt: event.position });
}

/** The mailroom knows better than the address book at the door who wrote: a visitor is nobody's customer. */
function open(view: Inbox, event: EventOf<'CustomerQuery'>): Inbox {
  const { mailId, customerId, known } = event.data;
  const row = view.get(mailId);
  if (row) openStories(view).set(row.correlationId, mailId);
  return change(view, event, mailId, () => ({ status: 'open', customerId: known ? customerId : null }));
}

function startWork(view: Inbox, event: EventOf<'AgentDecided'>): Inbox {
  const stories = openStories(view);
  const mailId = stories.get(event.correlationId);
  if (mailId === undefined) return view;
  stories.delete(event.correlationId);
  if (view.get(mailId)?.status !== 'open') return view;
  return change(view, event, mailId, () => ({ status: 'working' }));
}

/** Refuses the mail that this answers; the refusal of a second mail of the same id is not about the first. */
function refuse(view: Inbox, event: EventOf<'MailRefused'>): Inbox {
  for (const about of event.data.about) {
    if (!about.startsWith('mail:')) continue;
    const row = view.get(about.slice('mail:'.length) as MailId);
    if (row?.status !== 'received' || row.lastEvent !== event.answers) continue;
    change(view, event, row.mailId, () => ({ status: 'refused', because: event.data.because }));
  }
  return view;
}

const storiesOf = new WeakMap<Inbox, Map<EventId, MailId>>();

/** Open mails by their story. It is derived from the rows, so a view that comes from a snapshot finds it again. */
function openStories(view: Inbox): Map<EventId, MailId> {
  let stories = storiesOf.get(view);
  if (!stories) {
    stories = new Map();
    for (const row of view.values()) if (row.status === 'open') stories.set(row.correlationId, row.mailId);
    storiesOf.set(view, stories);
  }
  return stories;
}
