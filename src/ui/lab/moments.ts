import type { LabRun, MessageTrace, SideTrace } from '../../lab';

/** Every moment worth a step: what happened on either side, and every message that a person may want to touch. */
export function momentsOf({ tell, shared }: LabRun): number[] {
  const moments = new Set<number>();
  for (const side of [tell, shared]) {
    for (const frame of side.frames) moments.add(frame.atMs);
    for (const message of side.messages) if (isTold(message)) moments.add(message.sentMs);
  }
  return [...moments].sort((a, b) => a - b);
}

/** Confirmations and news say nothing new; the rest carries what somebody wants known or done. */
export const isTold = ({ says }: MessageTrace): boolean =>
  says !== 'confirmed' && says !== 'taken' && !says.startsWith('news:');

/** How many of a list in order of time have happened by now. */
export function countUntil(items: readonly { readonly atMs: number }[], nowMs: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.atMs <= nowMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** On how many facts somebody is not up to date at a moment. */
export function apartAt({ apart }: SideTrace, nowMs: number): number {
  return apart.findLast(([atMs]) => atMs <= nowMs)?.[1] ?? 0;
}

/** What is under way at a moment; a lost message is seen for as long as it might have arrived. */
export function inFlight({ messages }: SideTrace, nowMs: number): MessageTrace[] {
  return messages.filter((message) => {
    const until = message.lost ? message.sentMs + 40 : Math.max(message.sentMs, ...message.arrivalsMs);
    return message.sentMs <= nowMs && nowMs < until;
  });
}
