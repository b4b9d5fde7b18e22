import { proxy, releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { AgentName } from '../../contracts';
import { AppError } from '../../kernel';
import type { LabTools } from '../../ui';
import agentUrl from '../../workers/agent.worker?worker&url';
import worldUrl from '../../workers/labWorld.worker?worker&url';
import type { AgentDoor } from '../agent';
import type { RealDoor, RealKeeper } from '../lab';
import { trustedUrl } from '../trustedUrl';
import { sharedNames } from './sharedNames';

/**
 * Runs the lab's right side on real threads and IndexedDB: a world's thread, three agents' threads, a database of its own that is deleted
 * when it is over. Saved worlds lie in another database and are never opened.
 */
export const runForReal: LabTools['runForReal'] = async (scenario, onProgress, signal) => {
  const prefix = `${sharedNames(document.baseURI).database}:lab-`;
  await removeLeftBehind(prefix);
  const name = prefix + crypto.randomUUID();
  // Held as long as the run lasts: another tab sees by it that this database is no leftover.
  return navigator.locks.request(name, async () => {
    const worker = new Worker(trustedUrl(worldUrl), { type: 'module', name: 'lab world' });
    const agents = new Map<AgentName, Worker>();
    try {
      const door = wrap<RealDoor>(worker);
      const stopped = new Promise<never>((_, reject) => {
        const stop = () => reject(new AppError('Cancelled', 'The run was stopped.'));
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        worker.onerror = (event) =>
          reject(new Error(event.message || 'The thread of the lab’s world could not start.'));
      });
      const keeper = proxy<RealKeeper>({
        seat: (agent) => seat(agent, door, agents, name),
        end(agent) {
          agents.get(agent)?.terminate();
          agents.delete(agent);
          return Promise.resolve();
        },
        progress: onProgress,
      });
      return await Promise.race([door.play(scenario, { database: name, channel: name }, keeper), stopped]);
    } finally {
      for (const thread of [worker, ...agents.values()]) thread.terminate();
      await remove(name);
    }
  });
};

async function seat(agent: AgentName, door: Remote<RealDoor>, agents: Map<AgentName, Worker>, channel: string) {
  const worker = new Worker(trustedUrl(agentUrl), { type: 'module', name: agent });
  agents.set(agent, worker);
  const { port1, port2 } = new MessageChannel();
  await door.connect(agent, transfer(port1, [port1]));
  // Held until the answer is there: a door that nobody holds may be collected, and its answer with it.
  const seated = wrap<AgentDoor>(worker);
  await seated.sit(transfer(port2, [port2]), channel, 'lab', null);
  seated[releaseProxy]();
}

/** A tab that was closed in the middle of a run left its database; nobody holds its lock. */
async function removeLeftBehind(prefix: string): Promise<void> {
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(prefix))
      await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? remove(name) : undefined));
}

function remove(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // A thread that was just ended may still hold it for a moment: it goes as soon as that lets go, and the next run looks again.
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
