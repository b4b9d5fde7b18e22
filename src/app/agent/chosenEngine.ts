import type { Remote } from 'comlink';
import type { ChosenEngine } from '../../agents';
import { AppError } from '../../kernel';
import { modelError, type Engine } from '../../llm';
import type { EngineDoor } from './EngineDoor';

/** Engines that run language models; what asks them is the same for all. */
const enginesOfThePage = ['wllama', 'webllm', 'builtin'];

/** The engine that was chosen for this agent: a model that the page runs. */
export function chosenEngine({ engine, model }: ChosenEngine, door: Remote<EngineDoor>): Engine {
  return {
    id: engine,
    name: model,
    model,
    async generate(request, { signal }) {
      if (signal.aborted) throw new AppError('Cancelled', `${model} was asked to stop before it began.`);
      if (!enginesOfThePage.includes(engine))
        throw modelError('ModelUnavailable', `There is no engine "${engine}" on this device.`);
      const call = crypto.randomUUID();
      const cancel = () => void door.cancel(call);
      signal.addEventListener('abort', cancel, { once: true });
      try {
        return await door.ask(call, model, request);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
  };
}
