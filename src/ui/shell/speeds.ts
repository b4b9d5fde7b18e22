/** How fast the scenario can go: virtual seconds per second. The day is written for once. */
export const speeds = [
  { label: '0.1×', value: 0.1 },
  { label: '1×', value: 1 },
  { label: '4×', value: 4 },
  { label: '16×', value: 16 },
  { label: '64×', value: 64 },
  { label: 'max', value: Infinity },
] as const;

/** The button that is nearest to a speed somebody else set. */
export function closestSpeed(speed: number): number {
  const fitting = speeds.findLast(({ value }) => value <= speed);
  return (fitting ?? speeds[0]).value;
}
