import { wrap, type Remote } from 'comlink';
import type { LabTools } from '../../ui';
import labUrl from '../../workers/lab.worker?worker&url';
import type { LabDoor } from '../lab';
import { trustedUrl } from '../trustedUrl';

/** The lab's tools. Its thread begins with the first question. */
export function startLab(): LabTools {
  let door: Remote<LabDoor> | null = null;
  const lab = (): Remote<LabDoor> =>
    (door ??= wrap<LabDoor>(new Worker(trustedUrl(labUrl), { type: 'module', name: 'lab' })));
  return {
    lessons: () => lab().lessons(),
    play: (scenario) => lab().play(scenario),
    findRace: (from) => lab().findRace(from),
    showModel: () => lab().showModel(),
    writeLink: (scenario) => lab().writeLink(scenario),
    readLink: (text) => lab().readLink(text),
  };
}
