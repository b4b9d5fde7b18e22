import type { History } from '../../told/tellHistory';

/** A history that breaks a promise, and a part of what its light then says. */
export type Forgery = readonly [id: string, what: string, says: RegExp, forge: (history: History) => void];
