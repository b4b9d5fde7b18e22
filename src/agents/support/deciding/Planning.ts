import type { MoneyWords } from '../../../kernel';
import type { OrderRow } from '../../toolResults';
import type { SupportAct } from '../decision';
import type { Reading } from '../reading/Reading';
import type { AskOutcome, Situation } from '../situation';
import type { Sentence } from '../writing/wording';
import type { Found } from './lookUp';

/** A plan in the making: what was found out so far, what is to be asked for, and what is to be said. */
export interface Planning {
  readonly reading: Reading;
  readonly found: Found;
  readonly situation: Situation;
  /** What was asked for before and what came of it: nothing of it is asked for again, unless the world had outrun it. */
  readonly settled: readonly AskOutcome[];
  readonly acts: SupportAct[];
  /** Orders and products that the mail turned out to be about. */
  readonly orders: Set<string>;
  readonly products: Set<string>;
  titleOf(sku: string): string;
  /** Writes amounts in the shop's currency. */
  readonly money: MoneyWords;
  tell(sentence: Sentence): void;
  /** A person has to decide this part. */
  handOver(because: string): void;
  /** True when this was already asked for, of this line or of the whole order. */
  isOver(order: OrderRow, sku: string | null): boolean;
}
