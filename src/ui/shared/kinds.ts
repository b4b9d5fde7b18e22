import { isRefusal, type Actor, type WorldEvent } from '../../contracts';

/** The five ways an event is drawn. */
export type Shape = 'fact' | 'proposal' | 'refusal' | 'record' | 'outside';

export const shapes: readonly Shape[] = ['fact', 'proposal', 'refusal', 'record', 'outside'];

export const shapeWords: Readonly<Record<Shape, string>> = {
  fact: 'fact',
  proposal: 'proposal',
  refusal: 'refusal',
  record: 'record',
  outside: 'from outside',
};

/** How an event is drawn: by what it means to a reader, which is a little finer than its kind. */
export function shapeOf(event: WorldEvent): Shape {
  if (isRefusal(event)) return 'refusal';
  if (event.kind === 'proposal') return event.external ? 'outside' : 'proposal';
  return event.kind;
}

/** Whose hue an actor wears: services share one, and so do those outside that are nobody's customer. */
export type Hue = 'customer' | 'support' | 'inventory' | 'marketing' | 'service' | 'shopkeeper' | 'elsewhere';

interface Mark {
  readonly hue: Hue;
  readonly form: 'round' | 'square' | 'diamond';
  readonly letters: string;
  readonly name: string;
}

/** Each actor's mark: agents are round, services square, people and firms outside are diamonds. */
export const marks: Readonly<Record<Actor, Mark>> = {
  support: { hue: 'support', form: 'round', letters: 'S', name: 'Support' },
  inventory: { hue: 'inventory', form: 'round', letters: 'I', name: 'Inventory' },
  marketing: { hue: 'marketing', form: 'round', letters: 'M', name: 'Marketing' },
  mailroom: { hue: 'service', form: 'square', letters: 'Ml', name: 'Mailroom' },
  'order-state': { hue: 'service', form: 'square', letters: 'Or', name: 'Order State' },
  'inventory-service': { hue: 'service', form: 'square', letters: 'In', name: 'Inventory service' },
  catalogue: { hue: 'service', form: 'square', letters: 'Ca', name: 'Catalogue' },
  'marketing-desk': { hue: 'service', form: 'square', letters: 'Mk', name: 'Marketing desk' },
  'prompt-desk': { hue: 'service', form: 'square', letters: 'Pr', name: 'Prompt desk' },
  customer: { hue: 'customer', form: 'diamond', letters: 'C', name: 'Customer' },
  shopkeeper: { hue: 'shopkeeper', form: 'diamond', letters: 'K', name: 'Shopkeeper' },
  bank: { hue: 'elsewhere', form: 'diamond', letters: 'B', name: 'Bank' },
  carrier: { hue: 'elsewhere', form: 'diamond', letters: 'P', name: 'Carrier' },
  supplier: { hue: 'elsewhere', form: 'diamond', letters: 'G', name: 'Supplier' },
  world: { hue: 'service', form: 'square', letters: 'W', name: 'World' },
};
