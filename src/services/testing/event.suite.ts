import { contractOf, outsiders, parseDraft, type DraftOf, type EventOf, type EventType } from '../../contracts';
import { deepFreeze } from '../../kernel';

/** What a spec may say about an event besides its data. */
export interface Mark {
  readonly id?: string;
  readonly at?: number;
  readonly answers?: string;
}

/** A valid event for a spec: the contract's own example, with these fields changed. */
export function event<T extends EventType>(
  type: T,
  over: Partial<DraftOf<T>['data']> = {},
  mark: Mark = {},
): EventOf<T> {
  const contract = contractOf(type);
  const { kind, version, topic, example } = contract;
  const { at = 0, ...ids } = mark;
  const by = contract.publishedBy[0];
  const data = { ...(example as object), ...over };
  const draft = parseDraft({ id: type, type, data, by, causationId: null, correlationId: type, ...ids });
  const external = (outsiders as readonly unknown[]).includes(by);
  const derived = { world: 'spec', position: 1, kind, version, topic, tags: contract.tags(draft.data), at, external };
  return deepFreeze({ ...draft, ...derived }) as unknown as EventOf<T>;
}
