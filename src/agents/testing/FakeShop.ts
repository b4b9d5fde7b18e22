import { AppError, derivedId, fixedClock, sha256Hex } from '../../kernel';
import {
  contractOf,
  type AgentName,
  type DataOf,
  type EventId,
  type EventType,
  type Ref,
  type WorldEvent,
} from '../../contracts';
import type { Engine } from '../../llm';
import type { AgentDesk, ProposalDraft, TurnEnd, TurnStart, TurnStep } from '../AgentDesk';
import type { AnyAgent } from '../defineAgent';
import { startAgent } from '../startAgent';

/** How an event came about, where a test cares. */
interface Because {
  readonly of?: WorldEvent;
  readonly answers?: WorldEvent;
  readonly by?: WorldEvent['by'];
}

/** A world for tests: an array as the log, tools as functions, a desk that does what the port promises. No services: a test answers. */
export class FakeShop {
  readonly log: WorldEvent[] = [];
  readonly texts = new Map<string, string>();
  readonly turns: TurnEnd[] = [];
  readonly failures: { rule: string; because: string; transcript: string | null }[] = [];
  readonly skips: number[] = [];
  /** What the tools answer. A function may throw ConditionFailed, as the world does when it moves. */
  tools: Record<string, (args: never) => unknown> = {};
  readonly #checkpoints = new Map<AgentName, number>();

  append<T extends EventType>(
    type: T,
    data: Record<string, unknown>,
    because: Because = {},
  ): WorldEvent & { type: T; data: DataOf<T> } {
    const contract = contractOf(type);
    const position = this.log.length + 1;
    const by = because.by ?? contract.publishedBy[0]!;
    const cause = because.answers ?? because.of;
    const id = derivedId(by, cause?.id ?? 'outside', position) as EventId;
    const event = {
      world: 'test',
      position,
      id,
      kind: contract.kind,
      type,
      version: 1,
      topic: contract.topic,
      data: contract.schema.parse(data),
      tags: contract.tags(data),
      at: Date.UTC(2026, 4, 1) + position * 60_000,
      by,
      external: cause === undefined,
      causationId: cause?.id ?? null,
      correlationId: cause?.correlationId ?? id,
      ...(because.answers ? { answers: because.answers.id } : {}),
    };
    this.log.push(event as unknown as WorldEvent);
    return event as unknown as WorldEvent & { type: T; data: DataOf<T> };
  }

  /** Refuses a proposal, as its owner would. */
  refuse(proposal: WorldEvent, rule: string, because = `the rule ${rule} holds`): WorldEvent {
    const refused = contractOf(proposal.type).answeredBy!.refused as EventType;
    return this.append(refused, { rule, because, about: [...proposal.tags] }, { answers: proposal });
  }

  keep(text: string): Ref {
    const ref = sha256Hex(text) as Ref;
    this.texts.set(ref, text);
    return ref;
  }

  /** Proposals of these types so far, oldest first. */
  proposals(...types: EventType[]): WorldEvent[] {
    return this.log.filter((event) => event.kind === 'proposal' && types.includes(event.type));
  }

  /** Runs a fresh thread of this agent until it has nothing more to read, or until it dies at this step. */
  async run(agent: AnyAgent, engine: Engine, dieAt?: TurnStep): Promise<void> {
    const controller = new AbortController();
    let died = () => {};
    const dead = new Promise<void>((resolve) => (died = resolve));
    const desk: AgentDesk = {
      ...this.desk(agent.name),
      at: (step) => {
        if (step !== dieAt) return Promise.resolve();
        died();
        return new Promise<never>(() => {});
      },
    };
    const wake = { next: async () => controller.abort() };
    await Promise.race([
      startAgent(agent, { desk, engine, wake, signal: controller.signal, clock: fixedClock(0) }),
      dead,
    ]);
  }

  desk(agent: AgentName): AgentDesk {
    const triggerOf = (turn: string) => this.log.find((event) => `turn of ${event.id}` === turn)!;
    const moveOn = (position: number) =>
      void this.#checkpoints.set(agent, Math.max(position, this.#checkpoints.get(agent) ?? 0));
    return {
      checkpoint: async () => this.#checkpoints.get(agent) ?? 0,
      events: async (after, limit) => this.log.slice(after, after + limit),
      begin: async (trigger) => ({
        turn: `turn of ${trigger}`,
        basis: this.log.length,
        attempt: 1,
        parked: this.parked.has(trigger),
        prompt: this.#promptOf(agent),
      }),
      ask: async (_turn, tool, args) => {
        const answer = this.tools[tool];
        if (!answer) throw new AppError('InvalidInput', `There is no tool ${tool}.`);
        return { result: answer(args as never) };
      },
      reveal: async (_turn, ref) => this.texts.get(ref) ?? null,
      settle: async (end) => {
        const trigger = triggerOf(end.turn);
        if (this.turns.some((turn) => turn.turn === end.turn) && !this.parked.delete(trigger.id)) return;
        this.turns.push(structuredClone(end));
        this.#record(agent, trigger, end);
        moveOn(trigger.position);
      },
      fail: async (turn, rule, because, transcript) => {
        const trigger = triggerOf(turn);
        this.failures.push({ rule, because, transcript });
        this.append(
          'AgentFailed',
          { agent, trigger: trigger.id, rule, because, transcript: transcript && this.keep(transcript) },
          { of: trigger, by: agent },
        );
        moveOn(trigger.position);
      },
      skip: async (upTo) => {
        this.skips.push(upTo);
        moveOn(upTo);
      },
      at: async () => {},
    };
  }

  #promptOf(agent: AgentName): TurnStart['prompt'] {
    const told = this.log.findLast((event) => event.type === 'PromptChanged' && event.data.agent === agent);
    return told?.type === 'PromptChanged' ? told.data : { version: 0, system: null };
  }

  /** Triggers the world has given up. */
  readonly parked = new Set<EventId>();

  #record(agent: AgentName, trigger: WorldEvent, end: TurnEnd): void {
    const decided = this.append(
      'AgentDecided',
      {
        agent,
        trigger: trigger.id,
        engine: end.engine,
        model: end.model,
        seed: end.seed,
        documents: [...end.documents],
        transcript: this.keep(end.transcript),
        proposals: end.proposals.length,
        summary: end.summary,
        ...(end.insteadOf ? { insteadOf: end.insteadOf } : {}),
      },
      { of: trigger, by: agent },
    );
    for (const draft of end.proposals) this.append(draft.type, this.#withRefs(draft), { of: decided, by: agent });
  }

  #withRefs({ data, texts = {} }: ProposalDraft): Record<string, unknown> {
    return { ...data, ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, this.keep(text)])) };
  }
}
