/** How fast the scenario can go: virtual seconds per second. The day is written for once. */
export const speeds = [0.1, 1, 4, 16, 64, Infinity].map((value) => ({
  label: value === Infinity ? 'max' : `${value}×`,
  value,
}));

/** How fast it goes when nobody has said. */
export const usualSpeed = 1;

/** The button that is nearest to a speed somebody else set. */
export function closestSpeed(speed: number): number {
  return speeds.findLast(({ value }) => value <= speed)?.value ?? usualSpeed;
}
