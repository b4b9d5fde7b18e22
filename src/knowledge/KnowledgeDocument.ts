import type { Scope } from './Scope';

/** Where a document comes from: the last event that shaped it, or the shop's own rules. */
export type Provenance = { readonly position: number; readonly eventId: string } | 'shop';

/** Something an agent knows: a short text, whose it is, and where it comes from. Derived from the log, so it can be thrown away. */
export interface KnowledgeDocument {
  readonly id: string;
  readonly text: string;
  readonly scope: Scope;
  readonly provenance: Provenance;
}
