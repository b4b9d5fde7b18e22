import type { Fold, ServiceName, WorldEvent } from '../contracts';
import type { Service } from './Service';
import { services } from './services';

/** What every service knows, by its name. What a state is made of is its service's business. */
export type ServiceStates = Record<ServiceName, unknown>;

const each = services as unknown as readonly Service<unknown>[];

/** The states of all services as one fold: all are needed at the head, so they are kept and stored together. */
export const servicesFold: Fold<ServiceStates> = {
  name: 'services',
  version: each.map(({ name, version }) => `${name}:${version}`).join(' '),
  open: () => Object.fromEntries(each.map((service) => [service.name, service.open()])) as ServiceStates,
  evolve(states, event: WorldEvent) {
    for (const { name, evolve } of each) states[name] = evolve(states[name], event);
    return states;
  },
};
