import type { AgentName } from '../../contracts';
import type { Network } from '../sim/Network';
import { aboutOf, sayTell, type Tell, type TellMessage } from './TellMessage';

/** What came of one thing an agent dealt with: what it does outside, what it tells the others, and the line in its notebook. */
export interface Handled {
  readonly says: string;
  readonly about: readonly string[];
  readonly does?: () => void;
  readonly tells?: readonly Tell[];
}

/** How an agent deals with what comes. It may write into its own state, and into nobody else's. */
export interface TellerBrain<State, Input> {
  readonly name: AgentName;
  open(): State;
  onInput(state: State, input: Input, nowMs: number): Handled | null;
  onMessage(state: State, message: TellMessage, nowMs: number): Handled | null;
}

/** What an agent is surrounded by. */
export interface TellerHost<Input> {
  readonly network: Network;
  readonly peers: ReadonlyMap<AgentName, { hear(id: string, from: AgentName, message: TellMessage): void }>;
  /** Each step of work takes this long. */
  readonly stepMs: number;
  readonly retries: number;
  /** False when nobody will crash in this run: then nothing has to be saved for it. */
  readonly mayCrash: boolean;
  /** How far this agent's clock is off. */
  readonly skewMs: number;
  note(agent: AgentName, handled: Handled): void;
  lost(agent: AgentName, says: string, about: readonly string[]): void;
  retried(): void;
  /** What came from outside is done with: it is no longer handed in again after a crash. */
  done(input: Input): void;
}

/** How long to wait for a confirmation before telling again. */
export const confirmMs = 2_000;

type Item<Input> =
  { readonly input: Input } | { readonly id: string; readonly from: AgentName; readonly message: TellMessage };

/**
 * An agent that tells and hopes, built with care: one thing at a time; its copy of the world is saved after each; every message is
 * confirmed, and told again when no confirmation comes; a message it has dealt with is not dealt with again, for as long as it remembers.
 */
export class Teller<State, Input> {
  state: State;
  #saved: State;
  /** Ids of messages dealt with since it began. */
  #seen = new Set<string>();
  #queue: Item<Input>[] = [];
  /** Handed in from outside and not yet saved: these come again after a crash, as unread mail does. */
  readonly #unread: Input[] = [];
  readonly #open = new Map<string, () => void>();
  #working = false;
  #told = 0;
  /** Every crash makes what was under way mean nothing. */
  #life = 0;
  down = false;

  constructor(
    private readonly brain: TellerBrain<State, Input>,
    private readonly host: TellerHost<Input>,
  ) {
    this.state = brain.open();
    this.#saved = structuredClone(this.state);
  }

  /** Something comes from outside. */
  take(input: Input): void {
    this.#unread.push(input);
    if (!this.down) this.#enqueue({ input });
  }

  /** A message arrives; nobody hears it while the agent is down. */
  hear(id: string, from: AgentName, message: TellMessage): void {
    if (this.down) return;
    if (this.#seen.has(id)) this.#confirm(id, from);
    else if (!this.#queue.some((item) => 'id' in item && item.id === id)) this.#enqueue({ id, from, message });
  }

  confirmed(id: string): void {
    this.#open.get(id)?.();
    this.#open.delete(id);
  }

  /** Its thread ends: what it had not saved, heard and told is gone. */
  crash(): void {
    this.#life += 1;
    this.down = true;
    this.#working = false;
    this.#queue = [];
    this.#seen = new Set();
    for (const cancel of this.#open.values()) cancel();
    this.#open.clear();
  }

  /** Begins again with what it saved, and with what nobody marked as read. */
  restart(): void {
    this.down = false;
    this.state = structuredClone(this.#saved);
    for (const input of this.#unread) this.#enqueue({ input });
  }

  #enqueue(item: Item<Input>): void {
    this.#queue.push(item);
    if (!this.#working) this.#next();
  }

  #next(): void {
    const item = this.#queue[0];
    this.#working = item !== undefined;
    if (!item) return;
    const { brain, host } = this;
    const nowMs = host.network.scheduler.nowMs + host.skewMs;
    const handled =
      'input' in item ? brain.onInput(this.state, item.input, nowMs) : brain.onMessage(this.state, item.message, nowMs);
    const steps = [
      () => {
        if (handled) host.note(brain.name, handled);
        handled?.does?.();
      },
      () => this.#save(item),
      () => {
        for (const tell of handled?.tells ?? [])
          this.#tell(`${brain.name}-${this.#life}-${++this.#told}`, tell, host.retries);
        if ('id' in item) this.#confirm(item.id, item.from);
        this.#queue.shift();
        this.#next();
      },
    ];
    this.#inSteps(steps, this.#life);
  }

  /** Acting, saving and telling are three moments: nobody can do them in one. */
  #inSteps([step, ...rest]: (() => void)[], life: number): void {
    if (!step) return;
    this.host.network.scheduler.after(this.host.stepMs, () => {
      if (life !== this.#life) return;
      step();
      this.#inSteps(rest, life);
    });
  }

  #save(item: Item<Input>): void {
    if (this.host.mayCrash) this.#saved = structuredClone(this.state);
    if ('id' in item) this.#seen.add(item.id);
    else {
      this.#unread.splice(this.#unread.indexOf(item.input), 1);
      this.host.done(item.input);
    }
  }

  #confirm(id: string, to: AgentName): void {
    const teller = this.host.peers.get(to) as Teller<unknown, unknown> | undefined;
    this.host.network.send({ from: this.brain.name, to, says: 'confirmed', arrive: () => teller?.confirmed(id) });
  }

  #tell(id: string, tell: Tell, left: number): void {
    const { network, peers } = this.host;
    const { to, message } = tell;
    network.send({
      from: this.brain.name,
      to,
      says: sayTell(message),
      arrive: () => peers.get(to)?.hear(id, this.brain.name, message),
    });
    const cancel = network.scheduler.after(confirmMs, () => {
      this.#open.delete(id);
      if (left === 0)
        return this.host.lost(this.brain.name, `${to} never confirmed: ${sayTell(message)}`, aboutOf(message));
      this.host.retried();
      this.#tell(id, tell, left - 1);
    });
    this.#open.set(id, cancel);
  }
}
