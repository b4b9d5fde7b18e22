import { z } from 'zod';
import { askOf, type Ask } from '../../../src/agents/support/asks';
import { understood } from '../../../src/agents/support/decision';
import type { Intent } from '../../../src/agents/support/reading/intents';
import { contractOf, isRefusal, type WorldEvent } from '../../../src/contracts';
import type { Outcome } from './EvalMail';

/** Something support asked for, and what came of it. */
export interface SeenAct {
  readonly ask: Ask;
  readonly orderId: string;
  /** The variants it is about; none where it is about a whole order. */
  readonly skus: readonly string[];
  readonly became: 'accepted' | 'refused' | 'parked' | 'waiting';
}

/** What a mail came to, as the log tells it. */
export interface Seen {
  readonly intents: readonly Intent[];
  readonly orders: readonly string[];
  readonly products: readonly string[];
  readonly outcome: Outcome | 'none';
  readonly acts: readonly SeenAct[];
  readonly reply: string;
  /** Orders that a reply states something about as true. */
  readonly claimed: readonly string[];
  readonly because: string;
}

const itemised = z.object({
  orderId: z.string(),
  sku: z.string().optional(),
  items: z.array(z.object({ sku: z.string() })).optional(),
});
const decided = z.object({
  decision: z.object({ understood, reply: z.object({ kind: z.string(), text: z.string() }).nullable() }).nullable(),
});

/** Reads off the events of one mail's story what support understood, asked for and answered. */
export async function observe(
  story: readonly WorldEvent[],
  textOf: (ref: string) => Promise<string | null>,
): Promise<Seen> {
  const turns = [];
  for (const event of story) {
    if (event.type !== 'AgentDecided' || event.by !== 'support') continue;
    const transcript = await textOf(event.data.transcript);
    const { decision } = decided.parse(JSON.parse(transcript ?? 'null'));
    if (decision) turns.push(decision);
  }
  const acts = story.flatMap((event): SeenAct[] => {
    const ask = event.by === 'support' && contractOf(event.type).kind === 'proposal' ? askOf(event.type) : null;
    if (ask === null) return [];
    const answer = story.find((one) => one.answers === event.id);
    const isParked = story.some(
      (one) => (one.type as string) === 'ApprovalAsked' && 'proposalId' in one.data && one.data.proposalId === event.id,
    );
    const became = answer ? (isRefusal(answer) ? 'refused' : 'accepted') : isParked ? 'parked' : 'waiting';
    const { orderId, sku, items } = itemised.parse(event.data);
    return [{ ask, orderId, skus: items?.map((item) => item.sku) ?? (sku ? [sku] : []), became }];
  });
  const reply = turns.findLast((turn) => turn.reply)?.reply ?? null;
  const types = new Set(story.map((event) => event.type));
  const escalated = story.find((event) => event.type === 'Escalated');
  const claimed = story.flatMap((event) =>
    event.type === 'ReplyDrafted'
      ? event.data.claims.flatMap((one) => ('orderId' in one ? [one.orderId as string] : []))
      : [],
  );
  return {
    intents: turns[0]?.understood.intents ?? [],
    orders: [...new Set(turns.flatMap((turn) => turn.understood.orders))],
    products: [...new Set(turns.flatMap((turn) => turn.understood.products as readonly string[]))],
    outcome: outcomeOf(acts, types, reply?.kind),
    acts,
    reply: types.has('ReplySent') ? (reply?.text ?? '') : '',
    claimed,
    because: escalated?.type === 'Escalated' ? escalated.data.because : '',
  };
}

function outcomeOf(acts: readonly SeenAct[], types: ReadonlySet<string>, kind: string | undefined): Outcome | 'none' {
  if (acts.some((act) => act.became === 'accepted')) return 'act';
  if (acts.some((act) => act.became === 'parked') || types.has('Escalated')) return 'escalate';
  if (types.has('MailFiled')) return 'ignore';
  if (!types.has('ReplySent')) return 'none';
  if (acts.length > 0 || kind === 'refusal') return 'refuse';
  return kind === 'question' ? 'ask' : 'inform';
}
