import { letter, profile, type CustomerId, type MailId, type Ref, type WorldEvent } from '../../contracts';
import type { Log } from '../../log';

/** Names and subjects from the side store, kept at hand for the screen and the address book. */
export interface People {
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
export function openPeople(log: Pick<Log, 'text'>, changed: () => void): People {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  const mails: Record<string, { from: string; subject: string }> = Object.create(null) as typeof mails;
  const book = new Map<string, CustomerId>();
  let reading: Promise<void> = Promise.resolve();

  async function readProfile(customerId: CustomerId, ref: Ref) {
    const text = await log.text(ref);
    if (text === null) return;
    const parsed = profile.safeParse(JSON.parse(text));
    if (!parsed.success) return;
    names[customerId] = parsed.data.name;
    book.set(parsed.data.address.toLowerCase(), customerId);
  }

  async function readLetter(mailId: MailId, ref: Ref) {
    const text = await log.text(ref);
    const parsed = text === null ? null : letter.safeParse(JSON.parse(text));
    if (!parsed?.success) return;
    const { from, subject } = parsed.data;
    mails[mailId] = { from: from.name || from.address || 'nobody', subject };
  }

  return {
    names,
    mails,
    customerOf: (address) => book.get(address.toLowerCase()) ?? null,
    addresses: () => new Map([...book].map(([address, id]) => [id, address])),
    settled: () => reading,
    notice(event) {
      if (event.type === 'CustomerRegistered') {
        const { customerId, profile: ref } = event.data;
        reading = reading.then(() => readProfile(customerId, ref)).then(changed);
      } else if (event.type === 'MailReceived') {
        const { mailId, letter: ref } = event.data;
        reading = reading.then(() => readLetter(mailId, ref)).then(changed);
      }
    },
  };
}
