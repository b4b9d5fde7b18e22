import type { Engine } from '../Engine';
import { scriptedEngine, type Script } from './scripted';

/** What an engine may need of whoever starts it. */
export interface EngineNeeds {
  /** The rules of each task, for an engine that has no model. */
  readonly scripts: Readonly<Record<string, Script>>;
}

/** Every engine there is, and how it is made. To add one: a file in this folder, and a line here. */
export const engines = {
  scripted: ({ scripts }) => scriptedEngine(scripts),
} as const satisfies Readonly<Record<string, (needs: EngineNeeds) => Engine>>;

export type EngineId = keyof typeof engines;

/** The engine that is always there: no download, no GPU. */
export const defaultEngine: EngineId = 'scripted';
