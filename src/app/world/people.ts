import type { CustomerId, MailId, Ref, WorldEvent } from '../../contracts';
import { caps, oneLine } from '../../kernel';
import type { Log } from '../../log';
import { readLetter, readProfile } from './readSide';

/** Names and subjects from the side store, kept at hand for the screen and the address book. */
export interface People {
  /** To be called for every event, in order. */
  notice(event: WorldEvent): void;
  /** Resolves when all that was noticed has been read. */
  settled(): Promise<void>;
  customerOf(address: string): CustomerId | null;
  readonly names: Record<string, string>;
  readonly mails: Record<string, { readonly from: string; readonly subject: string }>;
}

/** Opens the address book of a log. `changed` is called when a name or a subject has arrived. */
export function openPeople(log: Pick<Log, 'text'>, changed: () => void): People {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  const mails: Record<string, { from: string; subject: string }> = Object.create(null) as typeof mails;
  const book = new Map<string, CustomerId>();
  let reading: Promise<void> = Promise.resolve();

  // An imported world can hold any text: what is no profile or letter leaves a customer without a name, and nothing else.
  async function noteProfile(customerId: CustomerId, ref: Ref) {
    const text = await log.text(ref);
    const found = text === null ? null : readProfile(text);
    if (!found) return;
    names[customerId] = oneLine(found.name, caps.letter.name);
    book.set(found.address.toLowerCase(), customerId);
  }

  async function noteLetter(mailId: MailId, ref: Ref) {
    const text = await log.text(ref);
    const found = text === null ? null : readLetter(text);
    if (!found) return;
    const { from, subject } = found;
    mails[mailId] = {
      from: oneLine(from.name || from.address || 'nobody', caps.letter.address),
      subject: oneLine(subject, caps.letter.subject),
    };
  }

  return {
    names,
    mails,
    customerOf: (address) => book.get(address.toLowerCase()) ?? null,
    settled: () => reading,
    notice(event) {
      if (event.type === 'CustomerRegistered') {
        const { customerId, profile: ref } = event.data;
        reading = reading.then(() => noteProfile(customerId, ref)).then(changed);
      } else if (event.type === 'MailReceived') {
        const { mailId, letter: ref } = event.data;
        reading = reading.then(() => noteLetter(mailId, ref)).then(changed);
      }
    },
  };
}
