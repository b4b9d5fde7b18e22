import fc from 'fast-check';
import { acts } from './randomShop';

type ActName = keyof typeof acts;

/** What an order needs to get to its end comes more often: otherwise nobody would see what can happen after it. */
const often: readonly ActName[] = ['order', 'receive', 'pay', 'ship', 'deliver'];

/** The name of any act of the told shop. */
export const anyAct: fc.Arbitrary<ActName> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(acts) as ActName[])) },
  { weight: 2, arbitrary: fc.constantFrom(...often) },
);
