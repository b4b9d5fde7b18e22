import type { CancellationReason, RefundReason } from '../reasons';
import type { Intent } from './intents';
import type { Mode } from './modes';

/** One thing a mail wants or asks about, in the words it was said in. */
export interface Want {
  readonly intent: Intent;
  readonly mode: Exclude<Mode, 'refused'>;
  /** Order numbers it names, by itself or by the clauses before. */
  readonly orders: readonly string[];
  readonly text: string;
  /** The clauses before it, the nearest first: what "it" stands for is said there. */
  readonly before: readonly string[];
  readonly score: number;
  /** Only the subject says so: a name for a matter, not a wish. */
  readonly isSubject: boolean;
  readonly reason: RefundReason;
  readonly cancelReason: CancellationReason;
}

/** A mail as a person reads it. */
export interface Reading {
  readonly wants: readonly Want[];
  /** What is asked for besides, clearly and in words of its own: it is understood, and not acted on. */
  readonly besides: readonly Want[];
  /** What it is about, the main thing first; `other` when it is about nothing that a shop knows. */
  readonly intents: readonly Intent[];
  /** Numbers that name orders, and numbers that do if the writer has such an order. */
  readonly named: readonly string[];
  readonly bareNumbers: readonly string[];
  /** What the writer wrote, without quotes and signature, in plain signs. */
  readonly text: string;
  /** The language, when it is not English. */
  readonly language: string | null;
  readonly automatic: boolean;
}

/** A letter as it is read. */
export interface LetterText {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}
