import { agentDefinitions } from '../../agents';
import { agents, isRefusal, type AgentName, type WorldEvent } from '../../contracts';
import type { Views } from '../../projections';
import { noTrouble, type Counters } from '../trace/Trace';
import { writeWorld } from '../trace/WorldForm';

/** After this long, what is still open counts as lost, as on the other side. */
const patienceMs = 15_000;

/** What the shared side's referee keeps beside the views. */
export interface Measure {
  notice(event: WorldEvent): void;
  readBy(agent: AgentName, position: number): void;
  /** On how many subjects somebody has not read the newest yet. */
  behind(): number;
  counters(nowMs: number): Counters;
  costs(): { readonly refusals: number; readonly meanWaitMs: number };
  /** The length of the chain of causes behind an event, itself included. */
  chainOf(id: string): number;
  longestChain(): number;
}

/** Watches a log and its views: what is oversold, lost, leaked, untrue; and what somebody has not read yet. */
export function openMeasure(views: Views): Measure {
  const depth = new Map<string, number>();
  const askedAt = new Map<string, number>();
  const unread: Record<AgentName, WorldEvent[]> = { support: [], inventory: [], marketing: [] };
  const waits: number[] = [];
  let behindNow: number | null = 0;
  let refusals = 0;
  let untrue = 0;
  let longest = 0;

  const available = (sku: string) => views.stock.get(sku as never)?.available ?? 0;

  // Asked after every step: worked out anew only when something was written or read.
  const behind = () =>
    (behindNow ??= new Set(agents.flatMap((agent) => unread[agent].flatMap((event) => event.tags.filter(isSubject))))
      .size);

  return {
    behind,
    notice(event) {
      const chain = (event.causationId ? (depth.get(event.causationId) ?? 0) : 0) + 1;
      depth.set(event.id, chain);
      longest = Math.max(longest, chain);
      if (event.kind === 'proposal') askedAt.set(event.id, event.at);
      if (event.answers) waits.push(event.at - (askedAt.get(event.answers) ?? event.at));
      if (isRefusal(event)) refusals += 1;
      if (['PostPublished', 'PromotionStarted', 'PromotionResumed'].includes(event.type) && 'sku' in event.data)
        untrue += available(event.data.sku) > 0 ? 0 : 1;
      behindNow = null;
      for (const agent of agents) if (agentDefinitions[agent].tunedTo.includes(event.type)) unread[agent].push(event);
    },
    readBy(agent, position) {
      if ((unread[agent][0]?.position ?? Infinity) > position) return;
      unread[agent] = unread[agent].filter((event) => event.position > position);
      behindNow = null;
    },
    counters(nowMs) {
      let { oversold, leakedCents, lostWork } = noTrouble;
      for (const row of views.stock.values()) oversold += Math.max(0, row.reserved - row.onHand);
      for (const row of views.orders.values()) {
        leakedCents += Math.max(0, row.paidBackCents - row.paidCents);
        if (row.status === 'placed' && row.placedAt < nowMs - patienceMs) lostWork += 1;
      }
      for (const mail of views.inbox.values())
        if (!['answered', 'escalated', 'refused'].includes(mail.status) && mail.receivedAt < nowMs - patienceMs)
          lostWork += 1;
      return { oversold, leakedCents, lostWork, untrue, disagreements: behind() };
    },
    costs: () => ({
      refusals,
      meanWaitMs: waits.length ? Math.round(waits.reduce((sum, one) => sum + one, 0) / waits.length) : 0,
    }),
    chainOf: (id) => depth.get(id) ?? 0,
    longestChain: () => longest,
  };
}

const isSubject = (tag: string): boolean => tag.startsWith('sku:') || tag.startsWith('order:');

/** The end of the day in the form both sides are compared in. */
export function worldOf(views: Views): string {
  return writeWorld({
    orders: [...views.orders].map(([id, row]) => [
      id,
      row.status,
      row.lines.reduce((sum, line) => sum + line.refundedQty, 0),
      row.paidBackCents,
    ]),
    stock: [...views.stock].map(([sku, row]) => [sku, row.onHand, row.reserved, row.returned]),
    mails: [...views.inbox].map(([id, row]) => [id, row.status === 'answered']),
    posts: [...views.campaigns.posts.values()]
      .filter((row) => row.status === 'published')
      .map((row) => `${row.sku} ${row.occasion}`),
    promotions: [...views.campaigns.promotions.values()].map((row) => `${row.sku} ${row.status}`),
  });
}
