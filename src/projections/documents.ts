import type { EventId } from '../contracts';
import type { Projection } from './Projection';

/** What a text that agents read said from an event on. */
export interface DocumentVersion {
  readonly version: number;
  /** Null: it was withdrawn. */
  readonly text: string | null;
  readonly at: number;
  /** The DocumentChanged that says so. */
  readonly id: EventId;
}

/** A rule or a frequent question whose words the shopkeeper changed or added, with every version of them, oldest first. */
export interface DocumentRow {
  readonly document: string;
  readonly version: number;
  readonly text: string | null;
  readonly versions: readonly DocumentVersion[];
  readonly changedAt: number;
}

/** Texts that are not as the app brings them, by their id. */
export type DocumentsView = Map<string, DocumentRow>;

/** Folds what the shopkeeper gives agents to read. */
export const documents: Projection<DocumentsView> = {
  name: 'documents',
  version: 1,
  open: () => new Map(),
  evolve(view, event) {
    if (event.type !== 'DocumentChanged') return view;
    const { document, version, text } = event.data;
    const versions = [...(view.get(document)?.versions ?? []), { version, text, at: event.at, id: event.id }];
    return view.set(document, { document, version, text, versions, changedAt: event.position });
  },
};
