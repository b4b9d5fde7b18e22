import { filteredStore, unfilteredStore } from './stores';
import { knownThatMorning } from './morning';
import { shownTo, type Shown } from './Shown';

/** How a prompt can be filled: with all there is, with what is nearest, or with what is nearest among what may be seen. */
export const selections = ['everything', 'unfiltered', 'selected'] as const;
export type Selection = (typeof selections)[number];

/** What a model would be told about one letter, filled in one of the ways. */
export interface ShownModel extends Shown {
  readonly selection: Selection;
  readonly letter: string;
}

const letter = 'Order 1001. Hello, what I got with order 1001 arrived broken. I would like a refund.';

/** Fills the prompt for Amara's letter in each of the three ways, from support's own documents of that morning. */
export async function showModel(): Promise<ShownModel[]> {
  const documents = await knownThatMorning();
  const found = {
    everything: documents,
    unfiltered: unfilteredStore(documents)('amara', letter, 5),
    selected: filteredStore(documents)('amara', letter, 5),
  };
  return selections.map((selection) => ({ selection, letter, ...shownTo('amara', found[selection]) }));
}
