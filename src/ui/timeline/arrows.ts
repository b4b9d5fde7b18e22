import { firstFrom, type TimelineLayout } from './layTimeline';
import type { Look } from './look';

/** From a cause to its effect, as indices of events. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** `answer` leads from a proposal to what became of it; `chain` ones led to the selected event, or came of it. */
  readonly kind: 'cause' | 'answer';
  readonly chain: boolean;
}

/** With more events in sight than this only the selected event's arrows are drawn: all of them would be a grey field. */
export const arrowsUpTo = 250;

/** The arrows to be drawn: those of the selected event, all the way back and one step on, and of everything in sight when that is not much. */
export function arrowsOf(layout: TimelineLayout, look: Look, selected: number): Arrow[] {
  const { at } = layout;
  const [first, end] = [firstFrom(at, look.from), firstFrom(at, look.to)];
  const chain = new Set(selected >= 0 ? [selected] : []);
  for (let index = selected; index >= 0; index = layout.cause[index] as number) chain.add(index);
  const arrows: Arrow[] = [];
  const push = (index: number, ofChain: boolean) => {
    const [cause, answers] = [layout.cause[index] as number, layout.answers[index] as number];
    if (answers >= 0) arrows.push({ from: answers, to: index, kind: 'answer', chain: ofChain });
    else if (cause >= 0) arrows.push({ from: cause, to: index, kind: 'cause', chain: ofChain });
  };
  if (end - first <= arrowsUpTo) {
    for (let index = first; index < end; index += 1) if (!isOfChain(index)) push(index, false);
  }
  for (const index of chain) push(index, true);
  if (selected >= 0) for (const index of effectsOf(layout, selected)) push(index, true);
  return arrows;

  function isOfChain(index: number): boolean {
    return chain.has(index) || (selected >= 0 && layout.cause[index] === selected);
  }
}

/** What directly came of an event, oldest first. */
export function effectsOf({ cause }: Pick<TimelineLayout, 'cause'>, of: number): number[] {
  const found: number[] = [];
  for (let index = of + 1; index < cause.length; index += 1) if (cause[index] === of) found.push(index);
  return found;
}
