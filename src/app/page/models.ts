import { expose } from 'comlink';
import type { EngineDoor } from '../agent';
import type { ModelHost } from '../models';

let host: Promise<ModelHost> | null = null;

/** All that knows of models is loaded when somebody first asks for it. */
export const models = () => (host ??= import('../models').then(({ openModelHost }) => openModelHost()));

/** Answers an agent's thread on this port, in its name. Returns what ends that: what it still waits for is stopped. */
export function serveEngine(who: string, port: MessagePort): () => void {
  const asked = new Map<string, AbortController>();
  const door: EngineDoor = {
    async ask(call, model, request) {
      const stop = new AbortController();
      asked.set(call, stop);
      try {
        return await (await models()).ask(who, model, request, stop.signal);
      } finally {
        asked.delete(call);
      }
    },
    cancel: (call) => asked.get(call)?.abort(),
  };
  expose(door, port);
  return () => {
    for (const stop of asked.values()) stop.abort();
    port.close();
  };
}
