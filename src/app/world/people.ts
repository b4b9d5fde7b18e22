import type { CustomerId, MailId, Ref, WorldEvent } from '../../contracts';
import { caps, oneLine } from '../../kernel';
import type { Log } from '../../log';
import type { Views } from '../../projections';
import { readLetter, readProfile } from './readSide';

/** Names and subjects from the side store, kept at hand for the screen and the address book. */
export interface People {
  /** Reads everybody who is in these views. To be called before anything is noticed. */
  begin(views: Pick<Views, 'customers' | 'inbox'>): void;
  /** To be called for every event, in order. */
  notice(event: WorldEvent): void;
  /** Resolves when all that was noticed has been read. */
  settled(): Promise<void>;
  customerOf(address: string): CustomerId | null;
  /** Mail addresses by customer, of all who were not forgotten. */
  addresses(): ReadonlyMap<CustomerId, string>;
  readonly names: Record<string, string>;
  readonly mails: Record<string, { readonly from: string; readonly subject: string }>;
}

/** Opens the address book of a log. `changed` is called when a name or a subject has arrived. */
export function openPeople(log: Pick<Log, 'texts'>, changed: () => void): People {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  const mails: Record<string, { from: string; subject: string }> = Object.create(null) as typeof mails;
  const book = new Map<string, CustomerId>();
  const senders = new Map<MailId, CustomerId>();
  let reading: Promise<void> = Promise.resolve();

  // An imported world can hold any text: what is no profile or letter leaves a customer without a name, and nothing else.
  function noteProfile(customerId: CustomerId, text: string) {
    const found = readProfile(text);
    if (!found) return;
    names[customerId] = oneLine(found.name, caps.letter.name);
    book.set(found.address.toLowerCase(), customerId);
  }

  function noteLetter(mailId: MailId, text: string) {
    const found = readLetter(text);
    if (!found) return;
    const { from, subject } = found;
    mails[mailId] = {
      from: oneLine(from.name || from.address || 'nobody', caps.letter.address),
      subject: oneLine(subject, caps.letter.subject),
    };
  }

  /** Nothing personal of theirs is kept at hand, once what was asked for before has been read. */
  function forget(customerId: CustomerId) {
    reading = reading.then(() => {
      delete names[customerId];
      for (const [address, id] of book) if (id === customerId) book.delete(address);
      for (const [mailId, sender] of senders) if (sender === customerId) delete mails[mailId];
      changed();
    });
  }

  /** Reads what lies behind some refs, and then notes it; what was asked for before is noted before. */
  function read<Id>(wanted: readonly (readonly [Id, Ref])[], note: (id: Id, text: string) => void) {
    if (wanted.length === 0) return;
    reading = reading.then(async () => {
      const texts = await log.texts(wanted.map(([, ref]) => ref));
      for (const [at, [id]] of wanted.entries()) {
        const text = texts[at] ?? null;
        if (text !== null) note(id, text);
      }
      changed();
    });
  }

  return {
    names,
    mails,
    customerOf: (address) => book.get(address.toLowerCase()) ?? null,
    addresses: () => new Map([...book].map(([address, id]) => [id, address])),
    settled: () => reading,
    begin({ customers, inbox }) {
      for (const row of inbox.values()) if (row.customerId) senders.set(row.mailId, row.customerId);
      read(
        // Somebody who is known by orders alone has no profile.
        [...customers.values()].flatMap((row) => (row.profile ? [[row.customerId, row.profile] as const] : [])),
        noteProfile,
      );
      read(
        [...inbox.values()].map((row) => [row.mailId, row.letter] as const),
        noteLetter,
      );
    },
    notice(event) {
      if (event.type === 'CustomerRegistered') {
        const { customerId, profile: ref } = event.data;
        read([[customerId, ref]], noteProfile);
      } else if (event.type === 'MailReceived') {
        const { mailId, customerId, letter: ref } = event.data;
        if (customerId) senders.set(mailId, customerId);
        read([[mailId, ref]], noteLetter);
      } else if (event.type === 'CustomerForgotten') forget(event.data.customerId);
    },
  };
}
