import { z } from 'zod';
import { turnSteps, type AgentDesk, type ProposalDraft, type TurnEnd } from '../../agents';
import {
  contractOf,
  eventId,
  isEventType,
  isOneOf,
  ref,
  words,
  type AgentName,
  type CustomerId,
  type EventId,
  type WorldEvent,
} from '../../contracts';
import { AppError, derivedId, type Clock } from '../../kernel';
import { sealSide, type Log, type Side } from '../../log';
import type { Views } from '../../projections';
import { agentTools } from './agentTools';
import type { AgentSeat } from './agentSeat';
import { customerOf } from './customerOf';
import { promptAt } from './promptAt';

/** What a desk needs of the world it stands in. */
export interface DeskHost {
  readonly log: Log;
  readonly clock: Clock;
  readonly views: Views;
  salt(): string;
}

interface Turn {
  readonly id: string;
  readonly trigger: WorldEvent;
  readonly basis: number;
  readonly customer: CustomerId | null;
  /** How far the agent had come when it began; only its own turns move that. */
  readonly checkpoint: number;
}

// An agent's thread may run a model's output or be taken over: all it hands in is parsed like any other input.
const turnEnd = z.strictObject({
  turn: z.string().max(200),
  engine: z.string().max(80),
  model: z.string().max(120),
  seed: z.int().min(0),
  documents: z.array(z.string().max(160)).max(200),
  transcript: words(1_000_000),
  summary: words(300),
  insteadOf: z.strictObject({ engine: z.string().max(80), model: z.string().max(120), because: words(300) }).optional(),
  proposals: z
    .array(
      z.strictObject({
        type: z.string().max(60),
        data: z.record(z.string().max(60), z.unknown()),
        texts: z.record(z.string().max(60), words(20_000)).optional(),
      }),
    )
    .max(50),
});

const place = z.int().min(0);
const step = z.enum(turnSteps);
const rule = z.enum(['bad-output', 'threw']);

/**
 * One agent's door to the world. It signs with the name it was made for, whatever comes through it; it lets only proposals in; and what
 * concerns a customer is bound to the customer of the trigger.
 */
export function agentDesk(agent: AgentName, seat: AgentSeat, host: DeskHost): AgentDesk {
  const { log, clock, views } = host;
  const reader = `agent:${agent}`;
  let current: Turn | null = null;
  let turns = 0;

  function turnOf(id: string): Turn {
    if (current?.id === id) return current;
    throw new AppError('ConditionFailed', `Turn "${id}" is over. Begin again with the next event.`);
  }

  async function checkpoint() {
    return (await log.checkpoint(reader)).position;
  }

  return {
    checkpoint,
    async events(after, limit) {
      seat.reached(place.parse(after));
      return log.read(after, Math.min(place.parse(limit), 1000));
    },
    async begin(trigger) {
      const event = await log.event(eventId.parse(trigger));
      if (!event) throw new AppError('InvalidInput', `There is no event "${trigger}" in this world.`);
      await seat.mayBegin();
      const reached = await checkpoint();
      const parked = event.position <= reached && !(await isHandedBack(log, agent, event));
      turns += 1;
      const customer = await customerOf(log, event);
      current = {
        id: `${agent}-turn-${turns}`,
        trigger: event,
        basis: log.world().head,
        customer,
        checkpoint: reached,
      };
      if (!parked) seat.began(event.id);
      const { id, basis } = current;
      return {
        turn: id,
        basis,
        attempt: seat.crashesOn(event.id) + 1,
        parked,
        prompt: await promptAt(log, agent, basis),
      };
    },
    async ask(turn, tool, args) {
      const { basis, customer } = turnOf(turn);
      const answer = agentTools.get(tool);
      if (!answer)
        throw new AppError('InvalidInput', `There is no tool "${tool}". Tools: ${[...agentTools.keys()].join(', ')}.`);
      const { result, changedAt } = answer(views, args, customer);
      if (changedAt > basis) {
        throw new AppError(
          'ConditionFailed',
          `What ${tool} reads moved at ${changedAt}, after the basis ${basis}. Begin again.`,
        );
      }
      return { result };
    },
    async reveal(turn, asked) {
      const { customer } = turnOf(turn);
      const side = await log.side(ref.parse(asked));
      return side && customer !== null && side.subject === customer ? side.text : null;
    },
    async settle(end) {
      const parsed = turnEnd.parse(end) as TurnEnd;
      const turn = turnOf(parsed.turn);
      const { drafts, sides } = draftsOf(agent, turn, parsed, { salt: () => host.salt(), world: log.world().id });
      await log.append({
        drafts,
        at: clock.now(),
        checkpoint: { reader, position: Math.max(turn.trigger.position, turn.checkpoint), attempts: 0 },
        sides,
      });
      current = null;
      seat.ended(turn.trigger.position);
    },
    async fail(turn, asked, why, told) {
      const [because, transcript] = [z.string().parse(why), z.string().nullable().parse(told)];
      const { trigger, customer, checkpoint: reached } = turnOf(turn);
      const side =
        transcript === null
          ? null
          : sealSide(transcript.slice(0, 1_000_000).toWellFormed(), {
              world: log.world().id,
              subject: customer ?? 'shop',
              salt: host.salt(),
            });
      await log.append({
        drafts: [
          failure(agent, trigger, log.world().head, {
            rule: rule.parse(asked),
            because: because.slice(0, 600).toWellFormed(),
            transcript: side?.ref ?? null,
          }),
        ],
        at: clock.now(),
        checkpoint: { reader, position: Math.max(trigger.position, reached), attempts: 0 },
        sides: side ? [side] : [],
      });
      current = null;
      seat.ended(trigger.position);
    },
    async skip(upTo) {
      const position = Math.min(place.parse(upTo), log.world().head);
      if (position <= (await checkpoint())) return;
      await log.append({ drafts: [], at: clock.now(), checkpoint: { reader, position, attempts: 0 } });
      seat.reached(position);
    },
    at: async (at) => seat.at(step.parse(at)),
  };
}

/** The record that an agent gave a trigger up. Its place in the history makes its id: after a retry it can fail again. */
export function failure(
  agent: AgentName,
  trigger: WorldEvent,
  head: number,
  data: { rule: 'bad-output' | 'threw' | 'crashed-three-times'; because: string; transcript: string | null },
) {
  return {
    id: derivedId(agent, trigger.id, `failed-after-${head}`),
    type: 'AgentFailed',
    data: { agent, trigger: trigger.id, ...data },
    by: agent,
    causationId: trigger.id,
    correlationId: trigger.correlationId,
  };
}

function draftsOf(agent: AgentName, turn: Turn, end: TurnEnd, seal: { salt: () => string; world: string }) {
  const { trigger, basis, customer } = turn;
  const subject = customer ?? 'shop';
  const sides: Side[] = [];
  const put = (text: string) => {
    const side = sealSide(text, { world: seal.world, subject, salt: seal.salt() });
    sides.push(side);
    return side.ref;
  };
  const decided = derivedId(agent, trigger.id, 'decided');
  const { engine, model, seed, documents, summary, insteadOf, proposals } = end;
  const common = { by: agent, correlationId: trigger.correlationId, basis };
  const drafts: unknown[] = [
    {
      ...common,
      id: decided,
      type: 'AgentDecided',
      data: {
        agent,
        trigger: trigger.id,
        engine,
        model,
        seed,
        documents: [...documents],
        transcript: put(end.transcript),
        proposals: proposals.length,
        summary,
        ...(insteadOf ? { insteadOf } : {}),
      },
      causationId: trigger.id,
    },
  ];
  for (const [ordinal, proposal] of proposals.entries()) {
    mustBeAllowed(agent, proposal, customer);
    const texts = Object.entries(proposal.texts ?? {}).map(([field, text]) => [field, put(text)] as const);
    drafts.push({
      ...common,
      id: derivedId(agent, trigger.id, ordinal) as EventId,
      type: proposal.type,
      data: { ...proposal.data, ...Object.fromEntries(texts) },
      causationId: decided,
    });
  }
  return { drafts, sides };
}

/** Only proposals pass, and only about the customer whose turn it is: this is checked here, not asked for in a prompt. */
function mustBeAllowed(agent: AgentName, { type, data }: ProposalDraft, customer: CustomerId | null) {
  if (!isEventType(type) || contractOf(type).kind !== 'proposal') {
    throw new AppError(
      'NotYours',
      `${agent} handed in "${String(type)}". An agent can only propose; facts are published by services.`,
    );
  }
  if ('customerId' in data && data['customerId'] !== customer) {
    throw new AppError(
      'NotYours',
      `This turn is about ${customer ?? 'no customer'}; a proposal about "${String(data['customerId'])}" is refused.`,
    );
  }
}

/** True when the shopkeeper handed this trigger back after it was given up, and it has not been decided since. */
async function isHandedBack(log: Log, agent: AgentName, trigger: WorldEvent): Promise<boolean> {
  const story = await log.find({ correlation: trigger.correlationId });
  const last = story.findLast(
    (event) =>
      isOneOf(event, ['AgentDecided', 'AgentFailed', 'AgentRetried']) &&
      event.data.agent === agent &&
      event.data.trigger === trigger.id,
  );
  return last?.type === 'AgentRetried';
}
