import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { LabTools } from '../../ui';
import labUrl from '../../workers/lab.worker?worker&url';
import type { LabDoor } from '../lab';
import { trustedUrl } from '../trustedUrl';

/** The lab's tools. Its thread begins with the first question. */
export function startLab(): LabTools {
  let door: Remote<LabDoor> | null = null;
  const lab = (): Remote<LabDoor> => (door ??= wrap<LabDoor>(beginThread()));
  return {
    lessons: () => lab().lessons(),
    play: (scenario) => lab().play(scenario),
    findRace: inThreadOfItsOwn,
    runForReal: async (...asked) => (await import('./runForReal')).runForReal(...asked),
    why: (...asked) => lab().why(...asked),
    showModel: () => lab().showModel(),
    askModel: (question) => lab().askModel(question),
    playExam: (id) => lab().playExam(id),
    takeExam: (id, moves) => lab().takeExam(id, moves),
    writeLink: (scenario) => lab().writeLink(scenario),
    readLink: (text) => lab().readLink(text),
  };
}

const beginThread = () => new Worker(trustedUrl(labUrl), { type: 'module', name: 'lab' });

/** A search holds its thread until the end; in one of its own it holds nobody up, and is called off by ending it. */
const inThreadOfItsOwn: LabTools['findRace'] = async (from, onTry, signal) => {
  const thread = beginThread();
  // Held until the end: a door that nobody holds may be collected, and its answer with it.
  const door = wrap<LabDoor>(thread);
  const calledOff = new Promise<null>((resolve) =>
    signal.addEventListener('abort', () => resolve(null), { once: true }),
  );
  try {
    return await Promise.race([door.findRace(from, proxy(onTry)), calledOff]);
  } finally {
    door[releaseProxy]();
    thread.terminate();
  }
};
