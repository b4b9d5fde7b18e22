import { wrap } from 'comlink';
import { agentDefinitions, agentScripts, startAgent, type AgentDesk } from '../../agents';
import { broadcastNews, wakeOnNews, type NewsChannel } from '../../bus';
import type { AgentName } from '../../contracts';
import { systemClock } from '../../kernel';
import { defaultEngine, engines } from '../../llm';

/** What the page can ask of an agent's thread: to sit down at a desk. All else goes between thread and world. */
export class AgentDoor {
  readonly #name: AgentName;
  #running: AbortController | null = null;
  #news: NewsChannel | null = null;

  constructor(name: AgentName) {
    this.#name = name;
  }

  /** Sits down at the desk behind this port and begins to work; an earlier desk is left as it is. */
  sit(port: MessagePort, channel: string, world: string): void {
    this.#running?.abort();
    this.#news?.close();
    const running = new AbortController();
    const news = broadcastNews(channel);
    this.#running = running;
    this.#news = news;
    const desk = wrap<AgentDesk>(port) as unknown as AgentDesk;
    // Whatever ends an agent for good is a crash: the page hears of it and the screen shows it.
    startAgent(agentDefinitions[this.#name], {
      desk,
      engine: engines[defaultEngine]({ scripts: agentScripts }),
      wake: wakeOnNews(news, world),
      clock: systemClock,
      signal: running.signal,
    }).catch(reportError);
  }
}
