import type { ServiceName } from '../../contracts';
import type { Deciders } from '../../history';
import { answer, services, servicesFold, stalenessOf, type Service } from '../../services';

/** The services of this app, from before the first event. They are code alone: nothing here reads, waits or asks a model. */
export function deciders(): Deciders {
  let states = servicesFold.open();
  const byName = new Map<ServiceName, Service<unknown>>(
    services.map((service) => [service.name, service as unknown as Service<unknown>]),
  );
  return {
    answer(by, event, movedSince) {
      const service = byName.get(by);
      return service ? answer(service, states[by], event, movedSince) : [];
    },
    stalenessOf,
    evolve(event) {
      states = servicesFold.evolve(states, event);
    },
  };
}
