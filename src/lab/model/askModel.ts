import { filteredStore, unfilteredStore } from './stores';
import { knownThatMorning, type MorningPerson } from './morning';
import { shownTo, type Shown } from './Shown';

/** A letter of one's own, and how the prompt for it is filled. */
export interface ModelQuestion {
  readonly who: MorningPerson;
  /** At most 2,000 characters of it are looked at. */
  readonly letter: string;
  /** Whose a text is comes first; off only here, in the lab. */
  readonly filtered: boolean;
  /** So many texts at most, 1 to 30. */
  readonly nResults: number;
}

/** Fills the prompt for a letter of one's own from support's documents of that morning. */
export async function askModel({ who, letter, filtered, nResults }: ModelQuestion): Promise<Shown> {
  const find = (filtered ? filteredStore : unfilteredStore)(await knownThatMorning());
  const customer = who.toLowerCase();
  const most = Math.min(30, Math.max(1, Math.round(nResults) || 1));
  return shownTo(customer, find(customer, letter.slice(0, 2_000), most));
}
