import type { WorldEvent } from '../../contracts';
import type { HeaderLine, ReaderLine, TextLine } from './exportLines';

/** A commit as a file holds it: proven to be the next of its chain. */
export interface ExportedCommit {
  readonly first: number;
  readonly previous: string;
  readonly hash: string;
  readonly events: readonly WorldEvent[];
  /** Their canonical JSON, which was hashed. */
  readonly text: string;
  /** What is there of the texts that these events were the first to refer to. */
  readonly texts: readonly TextLine[];
}

/** One part of a file that can be trusted. */
export type ExportPart =
  { readonly header: HeaderLine } | { readonly commit: ExportedCommit } | { readonly reader: ReaderLine };

/** What a file was found to be. */
export interface ExportReport {
  readonly intact: boolean;
  /** The first bad line, counted from 1, and what is wrong with it. */
  readonly badLine: number | null;
  readonly because: string | null;
  /** What its header says; null when even that cannot be read. */
  readonly header: HeaderLine | null;
  /** As far as it could be trusted. */
  readonly events: number;
  readonly commits: number;
  readonly texts: number;
  /** How many texts its events refer to that were forgotten before it was made. */
  readonly erased: number;
  readonly head: { readonly position: number; readonly hash: string };
}
