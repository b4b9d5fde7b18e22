/** How fast the scenario can go: virtual seconds per second, a minute a second being once. */
export const speeds = [
  { label: '1×', value: 60 },
  { label: '4×', value: 240 },
  { label: '16×', value: 960 },
  { label: 'max', value: Infinity },
] as const;

/** The button that is nearest to a speed somebody else set. */
export function closestSpeed(speed: number): number {
  const fitting = speeds.findLast(({ value }) => value <= speed);
  return (fitting ?? speeds[0]).value;
}
