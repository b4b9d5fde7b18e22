import type { BeliefView } from '../AgentTools';
import type { FieldValue } from '../TimeTools';

/** What has become of something an agent was shown: a sign, and the words for it. */
export const freshnessWords: Readonly<Record<BeliefView['freshness'], readonly [sign: string, words: string]>> = {
  fresh: ['●', 'still so'],
  moved: ['◐', 'stale: it was so, and has moved since'],
  missed: ['✕', 'stale: it was not so any more when it was decided'],
};

/** A value beside others; what is not there at all is a dash. */
export const shownValue = (value: FieldValue): string =>
  value === undefined ? '–' : value === null ? 'none' : String(value);

/** The fields that are not the same everywhere. */
export const movedFields = ({ fields }: BeliefView): BeliefView['fields'] =>
  fields.filter(({ shown, atBasis, now }) => shown !== atBasis || atBasis !== now);
