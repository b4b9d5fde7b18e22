import { wrap } from 'comlink';
import { agentScripts, type ChosenEngine } from '../../agents';
import { defaultEngine, engines, type Engine } from '../../llm';
import { chosenEngine } from '../agent/chosenEngine';
import type { EngineDoor } from '../agent/EngineDoor';

/** A model that the page runs, and the port behind which it is asked. */
export interface TrialModel extends ChosenEngine {
  readonly port: MessagePort;
}

/**
 * What recorded decisions are thought through with: this model, or, for null, the engine that is always there. That one works by rules, so who it is
 * told to be changes nothing: both sides come out the same.
 */
export function engineForTrials(model: TrialModel | null): Engine {
  return model ? chosenEngine(model, wrap<EngineDoor>(model.port)) : engines[defaultEngine]({ scripts: agentScripts });
}
