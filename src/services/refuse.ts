import type { Refusal } from './Service';

/** Says no: the rule that was broken, and why, in words that a customer could read. */
export function refuse(rule: string, because: string): Refusal {
  return { rejected: rule, because };
}
