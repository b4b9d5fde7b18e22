import { wrap } from 'comlink';
import { agentDefinitions, agentScripts, startAgent, type AgentDesk } from '../../agents';
import { broadcastNews, wakeOnNews, type NewsChannel } from '../../bus';
import type { AgentName } from '../../contracts';
import { systemClock } from '../../kernel';
import { staticVectors, type Embedder } from '../../knowledge';
import { defaultEngine, engines } from '../../llm';
import { chosenEngine } from './chosenEngine';
import type { EngineDoor } from './EngineDoor';
import type { WordVectorFiles } from './WordVectorFiles';

/** What the page can ask of an agent's thread: to sit down at a desk. All else goes between thread and world. */
export class AgentDoor {
  readonly #name: AgentName;
  #running: AbortController | null = null;
  #news: NewsChannel | null = null;
  #embedder: Embedder | null = null;

  constructor(name: AgentName) {
    this.#name = name;
  }

  /** Sits down at the desk behind this port and begins to work; an earlier desk is left as it is. Models are asked for behind `models`; without it, rules do all. */
  sit(port: MessagePort, channel: string, world: string, models: MessagePort | null): void {
    this.#running?.abort();
    this.#news?.close();
    const running = new AbortController();
    const news = broadcastNews(channel);
    this.#running = running;
    this.#news = news;
    const desk = wrap<AgentDesk>(port) as unknown as AgentDesk;
    // Whatever ends an agent for good is a crash: the page hears of it and the screen shows it.
    const engine = engines[defaultEngine]({ scripts: agentScripts });
    const door = models && wrap<EngineDoor>(models);
    startAgent(agentDefinitions[this.#name], {
      desk,
      engine,
      engineOf: (chosen) => (door && chosen.engine !== engine.id ? chosenEngine(chosen, door) : engine),
      wake: wakeOnNews(news, world),
      clock: systemClock,
      embedder: () => this.#embedder,
      signal: running.signal,
    }).catch(reportError);
  }

  /** True when this agent can make use of word vectors. */
  searchesByMeaning(): boolean {
    return agentDefinitions[this.#name].searchesByMeaning;
  }

  /** Takes in the word vectors; they serve from the next turn on, and those before went by words alone. */
  takeWordVectors({ words, vectors, scales, weights }: WordVectorFiles): void {
    this.#embedder = staticVectors({
      words: new TextDecoder().decode(words),
      vectors: new Int8Array(vectors),
      scales: new Float32Array(scales),
      weights: new Float32Array(weights),
    });
  }
}
