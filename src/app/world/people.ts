import { letter, profile, type CustomerId, type MailId, type Ref, type WorldEvent } from '../../contracts';
import type { Log } from '../../log';
import type { Views } from '../../projections';

/** Names and subjects from the side store, kept at hand for the screen and the address book. */
export interface People {
  /** Reads everybody who is in these views. To be called before anything is noticed. */
  begin(views: Pick<Views, 'customers' | 'inbox'>): void;
  /** To be called for every event, in order. */
  notice(event: WorldEvent): void;
  /** Resolves when all that was noticed has been read. */
  settled(): Promise<void>;
  customerOf(address: string): CustomerId | null;
  readonly names: Record<string, string>;
  readonly mails: Record<string, { readonly from: string; readonly subject: string }>;
}

/** Opens the address book of a log. `changed` is called when a name or a subject has arrived. */
export function openPeople(log: Pick<Log, 'texts'>, changed: () => void): People {
  const names: Record<string, string> = Object.create(null) as Record<string, string>;
  const mails: Record<string, { from: string; subject: string }> = Object.create(null) as typeof mails;
  const book = new Map<string, CustomerId>();
  let reading: Promise<void> = Promise.resolve();

  function noteProfile(customerId: CustomerId, text: string) {
    const parsed = profile.safeParse(JSON.parse(text));
    if (!parsed.success) return;
    names[customerId] = parsed.data.name;
    book.set(parsed.data.address.toLowerCase(), customerId);
  }

  function noteLetter(mailId: MailId, text: string) {
    const parsed = letter.safeParse(JSON.parse(text));
    if (!parsed.success) return;
    const { from, subject } = parsed.data;
    mails[mailId] = { from: from.name || from.address || 'nobody', subject };
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
    settled: () => reading,
    begin({ customers, inbox }) {
      read(
        [...customers.values()].map((row) => [row.customerId, row.profile] as const),
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
        const { mailId, letter: ref } = event.data;
        read([[mailId, ref]], noteLetter);
      }
    },
  };
}
