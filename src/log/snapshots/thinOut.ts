/**
 * Which of some snapshots can go, so that many remain near the head and few far from it: between two that stay there are never more events
 * than were between them before, or than a quarter of the way from there to the head. So any position is a short fold away from one, and
 * a million events need a few dozen.
 * @param positions of snapshots of one fold, in any order
 */
export function thinOut(positions: readonly number[], head: number): number[] {
  const newestFirst = [...positions].sort((a, b) => b - a);
  const gone: number[] = [];
  let newer = newestFirst[0] ?? 0;
  for (const [index, position] of newestFirst.entries()) {
    // The newest but one stays for the case that the newest cannot be read.
    if (index < 2) {
      newer = position;
      continue;
    }
    const older = newestFirst[index + 1] ?? 0;
    if (newer - older <= (head - newer) / 4) gone.push(position);
    else newer = position;
  }
  return gone;
}
