/** The stages of a lesson. */
export const stages = ['bet', 'run', 'reveal', 'fix', 'sandbox'] as const;
export type Stage = (typeof stages)[number];

export const stageWords: Readonly<Record<Stage, string>> = {
  bet: 'Bet',
  run: 'Run',
  reveal: 'Reveal',
  fix: 'Fix',
  sandbox: 'Your turn',
};

/** Why nothing can be run yet. */
export const betFirst = 'Choose what you expect first.';
