/** The services: each is the only one that may publish the facts it owns. */
export const services = [
  'mailroom',
  'order-state',
  'inventory-service',
  'catalogue',
  'marketing-desk',
  'prompt-desk',
] as const;
/** The three assistants. They propose; they never publish a fact. */
export const agents = ['support', 'inventory', 'marketing'] as const;
/** Whoever reports from outside, where the shop's rules do not reach. */
export const outsiders = ['customer', 'shopkeeper', 'bank', 'carrier', 'supplier'] as const;

export type ServiceName = (typeof services)[number];
export type AgentName = (typeof agents)[number];
export type Outsider = (typeof outsiders)[number];
/** Everybody who can sign an event. `world` signs what only the world can know, such as a crash. */
export type Actor = ServiceName | AgentName | Outsider | 'world';

export const actors: readonly Actor[] = [...services, ...agents, ...outsiders, 'world'];
