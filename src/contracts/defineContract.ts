import { z } from 'zod';
import type { MoneyWords } from '../kernel';
import type { Actor, AgentName, Outsider, ServiceName } from './actors';
import type { Topic } from './topics';
import { position, words } from './quantities';

/** Proposals ask, facts are true, records say what the world did on an agent's behalf. */
export type Kind = 'proposal' | 'fact' | 'record';

/** A fact of `type` on `tag` that comes after a proposal's basis makes the proposal stale. */
export interface Stale {
  readonly type: string;
  readonly tag: string;
}

/** Everything there is to know about one kind of message. One file declares one. */
export interface Contract<T extends string = string, S extends z.ZodType = z.ZodType, K extends Kind = Kind> {
  readonly type: T;
  readonly kind: K;
  /** The version of `schema`. Old versions stay readable: events are validated as they were written. */
  readonly version: number;
  readonly topic: Topic;
  readonly schema: S;
  /** Who may sign it. A fact has exactly one owner. */
  readonly publishedBy: readonly Actor[];
  /** The subjects it is about (see `tags.ts`). */
  tags(data: z.output<S>): readonly string[];
  /** One plain sentence for the ticker, without a full stop; `money` writes cents in the shop's currency. */
  says(data: z.output<S>, money: MoneyWords): string;
  /** A valid instance, as it would come in from outside. */
  readonly example: z.input<S>;
  /** Data as versions before this one wrote it: it lies in somebody's log and must parse for ever. */
  readonly formerly?: readonly z.input<S>[];
  /** Proposals only: who answers, with which facts, and with which refusal. */
  readonly answeredBy?: {
    readonly owner: ServiceName;
    readonly accepted: readonly string[];
    readonly refused: string;
  };
  /** Proposals only: which later facts make it stale. Reports from outside have no basis and are never stale. */
  staleIf?(data: z.output<S>): readonly Stale[];
}

type Spec<T extends string, S extends z.ZodType> = Omit<Contract<T, S>, 'kind' | 'version'> & {
  readonly version?: number;
};

/** Declares a message that asks a service to change the world. Recording it is unconditional; the answer is what counts. */
export function defineProposal<const T extends string, S extends z.ZodType>(
  spec: Spec<T, S> & {
    readonly publishedBy: readonly (AgentName | Outsider)[];
  } & Required<Pick<Contract, 'answeredBy'>>,
): Contract<T, S, 'proposal'> {
  return { version: 1, ...spec, kind: 'proposal' };
}

/** Declares something that became true. Only its one owner publishes it. */
export function defineFact<const T extends string, S extends z.ZodType>(
  spec: Omit<Spec<T, S>, 'publishedBy' | 'answeredBy' | 'staleIf'> & {
    readonly owner: ServiceName;
  },
): Contract<T, S, 'fact'> {
  const { owner, ...rest } = spec;
  return { version: 1, ...rest, kind: 'fact', publishedBy: [owner] };
}

/** Declares what the world writes down about an agent. Records never make a proposal stale. */
export function defineRecord<const T extends string, S extends z.ZodType>(
  spec: Omit<Spec<T, S>, 'answeredBy' | 'staleIf'>,
): Contract<T, S, 'record'> {
  return { version: 1, ...spec, kind: 'record' };
}

const refusalSchema = z.strictObject({
  /** The id of the rule that was broken, listed in the owner's README. */
  rule: z.string().regex(/^[a-z][a-z-]{2,39}$/),
  /** The reason in words that a customer could read. */
  because: words(400),
  /** Tags of the refused proposal, so that the refusal is found where the proposal is. */
  about: z.array(z.string().max(140)).max(400),
  /** With rule `stale-basis`: the positions of the facts that came in between. */
  moved: z.array(position).max(100).optional(),
});

/** What every refusal says: the rule, the reason in words, what it is about and, when stale, what moved. */
export type RefusalData = z.infer<typeof refusalSchema>;

/** Declares the refusal of a proposal. All refusals have one shape, so that a screen can show any of them. */
export function defineRefusal<const T extends string>(spec: {
  readonly type: T;
  readonly of: Contract<string, z.ZodType, 'proposal'>;
  readonly example: z.input<typeof refusalSchema>;
}): Contract<T, typeof refusalSchema, 'fact'> {
  const { answeredBy } = spec.of;
  if (!answeredBy) throw new Error(`${spec.of.type} names no answerer`);
  return {
    type: spec.type,
    kind: 'fact',
    version: 1,
    topic: spec.of.topic,
    schema: refusalSchema,
    publishedBy: [answeredBy.owner],
    tags: (data) => data.about,
    says: (data) => `refused: ${data.because}`,
    example: spec.example,
  };
}
