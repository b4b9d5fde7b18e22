import { seededRandom } from '../../kernel';

/** Somebody who buys here. */
export interface Person {
  readonly customerId: string;
  readonly name: string;
  readonly first: string;
  readonly address: string;
}

const names: readonly (readonly [name: string, address: string])[] = [
  ['Amara Okafor', 'amara.okafor@example.com'],
  ['Jonas Lindqvist', 'j.lindqvist@example.org'],
  ['Mei-Ling Tan', 'meiling.tan@example.com'],
  ['Zofia Wiśniewska', 'zofia.w@example.org'],
  ['Diego Ferreira', 'diego.ferreira@example.com'],
  ['Priya Raman', 'priya@example.org'],
  ["Tom O'Brien", 'tom.obrien@example.com'],
  ['Aylin Demir', 'aylin.demir@example.org'],
  ['Kwame Mensah', 'k.mensah@example.com'],
  ['Noor van Dijk', 'noor.vandijk@example.org'],
  ['Hana Suzuki', 'hana.suzuki@example.com'],
  ['Rafael Ortiz', 'rafa.ortiz@example.org'],
];

const orderNames = [
  // before the day begins
  ...(['mugsAndPoster', 'mugAndTee', 'mixed', 'underway', 'waiting'] as const),
  // in the course of the day
  ...(['striped', 'twoMugs', 'twoTees', 'run1', 'run2', 'run3', 'run4', 'run5', 'tooMany', 'apron', 'last'] as const),
] as const;
type OrderName = (typeof orderNames)[number];

/** Who plays in the day of this seed: six customers by their part, and the numbers of all orders, rising in order of time. */
export interface Cast {
  /** The part each plays: whose mug is broken, who cancels … (see `letters.ts`). */
  readonly people: { readonly [P in Part]: Person };
  readonly orders: { readonly [O in OrderName]: string };
}
const parts = ['broken', 'tooSmall', 'asks', 'cancels', 'waits', 'vague'] as const;
type Part = (typeof parts)[number];

/** The cast of a seed: the same seed, the same people and numbers. */
export function castOf(seed: number): Cast {
  const random = seededRandom(seed);
  const left = [...names];
  const people = parts.map((part, index): [Part, Person] => {
    const [[name, address] = ['', '']] = left.splice(Math.floor(random() * left.length), 1);
    return [part, { customerId: `c-${index + 1}`, name, first: name.split(' ')[0] ?? name, address }];
  });
  const firstOrder = 1030 + Math.floor(random() * 400);
  return {
    people: Object.fromEntries(people) as Cast['people'],
    orders: Object.fromEntries(orderNames.map((name, index) => [name, String(firstOrder + index)])) as Cast['orders'],
  };
}
