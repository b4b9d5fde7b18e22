/** What `npm run campaign` asks of the tests it runs. Without it they play a small sample. */
interface Campaign {
  readonly first: number;
  readonly seeds: number;
  /** Mails of one seed. */
  readonly mails: number;
  /** One cell of the kill matrix, or `all`. */
  readonly cell: string;
}

const asked = process.env['CAMPAIGN'];

/** The campaign that is on, or null. */
export const campaign: Campaign | null = asked ? (JSON.parse(asked) as Campaign) : null;

/** The seeds to play: the campaign's, or the first few. */
export function seedsOf(sample: number): number[] {
  const { first, seeds } = campaign ?? { first: 1, seeds: sample };
  return Array.from({ length: seeds }, (_, n) => first + n);
}

/** Long runs take as long as they take. */
export const patientMs = 3_600_000;
