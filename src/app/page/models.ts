import { expose } from 'comlink';
import type { ModelTools } from '../../ui';
import type { EngineDoor } from '../agent';
import type { ModelHost } from '../models';

let host: Promise<ModelHost> | null = null;

/** All that knows of models is loaded when somebody first asks for it. */
const models = () => (host ??= import('../models').then(({ openModelHost }) => openModelHost()));

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

/** The models, for the screen. */
export const modelTools: ModelTools = {
  watch(listener) {
    let stop: (() => void) | null = () => undefined;
    void models().then((host) => stop && (stop = host.watch(listener)));
    return () => {
      stop?.();
      stop = null;
    };
  },
  addFile: async (file) => (await models()).addFile(file),
  addUrl: async (url) => (await models()).addUrl(url),
  resume: async (id) => (await models()).resume(id),
  pause: async (id) => (await models()).pause(id),
  remove: async (id) => (await models()).remove(id),
  unload: async (id) => (await models()).unload(id),
  test: async (id, prompt, signal, onDelta) => (await models()).test(id, prompt, signal, onDelta),
  file: async (id) => (await models()).file(id),
};
