/** A mean over runs, and how far off it may well be: half the width of its 95 % confidence interval; null for one run. */
export interface Spread {
  readonly mean: number;
  readonly plusMinus: number | null;
  readonly runs: number;
}

/** Student's t for 95 %, two-sided, by degrees of freedom; beyond the table the normal one. */
const student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/** The mean and spread of one number over runs. */
export function spreadOf(values: readonly number[]): Spread {
  const runs = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  const short = (value: number) => Number(value.toFixed(4));
  if (runs < 2) return { mean: short(mean), plusMinus: null, runs };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
  const t = student[runs - 2] ?? 1.96;
  return { mean: short(mean), plusMinus: short(t * Math.sqrt(variance / runs)), runs };
}
