import { outsiders, type EventId, type WorldEvent } from '../../contracts';
import { AppError, type Clock, derivedId } from '../../kernel';
import { toDrafts, type ExternalDraft, type Input, type Lookups } from '../../intake';
import { sealSide, type Checkpoint, type Log, type Side } from '../../log';

/** Where everything from outside comes in: mails, orders, reports, acts on the page. */
export interface ExternalDoor {
  /**
   * Records what an input proposes, all in one commit. The same `inputId` again changes nothing.
   * @throws InvalidInput, InvalidEvent when it cannot be said; nothing is recorded then.
   */
  submit(inputId: string, input: Input, checkpoint?: Omit<Checkpoint, 'world'>): Promise<readonly WorldEvent[]>;
}

/** What the door needs: where to write, what time it is, what the world looks like, and salt for the side store. */
export interface DoorHost {
  readonly log: Log;
  readonly clock: Clock;
  readonly lookups: Lookups;
  salt(): string;
  /** Resolves when names and addresses are as of the last commit. */
  ready(): Promise<void>;
}

/** Opens the door of a world. */
export function externalDoor(host: DoorHost): ExternalDoor {
  const { log, clock, lookups } = host;

  async function record(inputId: string, drafts: readonly ExternalDraft[], checkpoint?: Omit<Checkpoint, 'world'>) {
    const sides: Side[] = [];
    const sealed = (text: string, subject: string) => {
      const side = sealSide(text, { world: log.world().id, subject, salt: host.salt() });
      sides.push(side);
      return side.ref;
    };
    const first = inputEventId(inputId, 0);
    const events = drafts.map((draft, ordinal) => {
      if (!(outsiders as readonly string[]).includes(draft.by)) {
        throw new AppError(
          'NotYours',
          `"${String(draft.by)}" does not come from outside. Only ${outsiders.join(', ')} may.`,
        );
      }
      const data: Record<string, unknown> = { ...draft.data };
      for (const [field, text] of Object.entries(draft.texts ?? {})) {
        data[field] = sealed(text, draft.subject ?? 'shop');
      }
      if (draft.textsIn) {
        const { list, field, texts } = draft.textsIn;
        const refs = texts.map((one) => one && sealed(one.text, one.subject));
        const rows = data[list] as readonly object[];
        data[list] = rows.map((row, at) => (refs[at] ? { ...row, [field]: refs[at] } : row));
      }
      return {
        id: inputEventId(inputId, ordinal),
        type: draft.type,
        data,
        by: draft.by,
        external: true,
        causationId: null,
        correlationId: first,
      };
    });
    const appended = await log.append({
      drafts: events,
      at: clock.now(),
      sides,
      ...(checkpoint ? { checkpoint } : {}),
    });
    return appended.events;
  }

  return {
    async submit(inputId, input, checkpoint) {
      await host.ready();
      return record(inputId, toDrafts(input, { ...lookups, inputId, at: clock.now() }), checkpoint);
    },
  };
}

/** The id of what an input proposes first, second, …: the same in every world it comes into. */
export function inputEventId(inputId: string, ordinal: number): EventId {
  return derivedId('input', inputId, ordinal) as EventId;
}
