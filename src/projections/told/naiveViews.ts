import { defaultPolicies, isRefusal, moneyMoves, type EventOf, type EventType, type WorldEvent } from '../../contracts';
import type { projections } from '../projections';
import type { Json } from '../viewsToJson';
import { brought, differences, linesNow, paidBy } from './naiveOrders';

type Rows = (events: readonly WorldEvent[]) => Json;

/**
 * The views once more, as slow and plain as they can be: each field of each row is looked up in the whole history. Without positions and
 * event ids, as `viewsToJson(views, { places: false })` writes them.
 */
export const naiveViews: { readonly [Name in keyof typeof projections]: Rows } = {
  orders: (events) =>
    sorted(
      [...all(events, 'OrderPlaced'), ...all(events, 'OrderTakenOver')].map((placed) => {
        const { orderId, customerId } = placed.data;
        const mine = events.filter((event) => 'orderId' in event.data && event.data.orderId === orderId);
        const refunds = all(mine, 'RefundProcessed');
        const lines = linesNow(mine);
        const units = sum(lines.map((line) => line.qty));
        const refundedUnits = sum(lines.map((line) => line.refundedQty));
        const row = {
          orderId,
          customerId,
          status:
            last(mine.flatMap((event) => statusAfter[event.type] ?? [])) ??
            ('status' in placed.data ? placed.data.status : null),
          lines,
          totalCents: sum(lines.map((item) => item.qty * item.unitCents)),
          paidCents:
            sum(all(mine, 'PaymentRecorded').map(({ data }) => data.cents)) +
            differences(mine, 'charge') +
            brought(placed, 'charge'),
          paidBackCents:
            sum(refunds.map(({ data }) => data.cents)) +
            sum(all(mine, 'OrderCancelled').map(({ data }) => data.paidBackCents)) +
            differences(mine, 'refund') +
            brought(placed, 'refund'),
          paidBy: paidBy(mine),
          address: last(all(mine, 'AddressChanged'))?.data.address ?? null,
          itemsChanged: all(mine, 'ItemsChanged').length > 0,
          exchange: last(mine.flatMap((event) => exchangeAfter[event.type] ?? [])) ?? 'none',
          refund: refundedUnits === 0 ? 'none' : refundedUnits === units ? 'whole' : 'part',
          placedAt: placed.type === 'OrderTakenOver' ? placed.data.placedAt : placed.at,
          deliveredAt:
            all(mine, 'OrderDelivered')[0]?.at ?? ('deliveredAt' in placed.data ? placed.data.deliveredAt : null),
        };
        return [orderId, row];
      }),
    ),
  stock: (events) =>
    sorted(
      all(events, 'NewProduct').map(({ data: { sku, lowStockAt } }) => {
        const updates = all(events, 'InventoryUpdated').filter(({ data }) => data.sku === sku);
        const levels = availableOf(events, sku);
        const available = last(levels)?.available ?? 0;
        const onHand = last(updates)?.data.onHand ?? 0;
        const alert = last(all(events, 'LowStockAlert').filter(({ data }) => data.sku === sku));
        const lifted = levels.some((level) => level.at > (alert?.position ?? 0) && level.available > lowStockAt);
        const row = {
          sku,
          onHand,
          reserved: onHand - available,
          returned: last(updates)?.data.returned ?? 0,
          available,
          threshold: lowStockAt,
          low: alert !== undefined && !lifted,
          onTheWay: onTheWay(events, sku),
          waiting: all(events, 'StockShort')
            .filter(({ data }) => !data.change && data.items.some((item) => item.sku === sku))
            .map(({ data }) => data.orderId)
            .filter((orderId) => !isOffTheQueue(events, orderId)),
        };
        return [sku, row];
      }),
    ),
  products: (events) =>
    sorted(
      all(events, 'NewProduct').map(({ data: { sku, title, description, priceCents, productId, options } }) => {
        const prices = all(events, 'PriceChanged').filter(({ data }) => data.sku === sku);
        const sale = last(all(events, 'SaleStarted').filter(({ data }) => data.sku === sku))?.data;
        const over = all(events, 'SaleEnded').some(({ data }) => data.saleId === sale?.saleId);
        const running = sale && !over ? sale : null;
        const row = {
          sku,
          title,
          description,
          productId: productId ?? sku,
          options: options ?? {},
          priceCents: last(prices)?.data.priceCents ?? priceCents,
          sale: running && { saleId: running.saleId, percentOff: running.percentOff, saleCents: running.saleCents },
        };
        return [sku, row];
      }),
    ),
  inbox: (events) =>
    sorted(
      all(events, 'MailReceived')
        .filter((mail, n, mails) => mails.findIndex((one) => one.data.mailId === mail.data.mailId) === n)
        .map((mail) => {
          const { mailId, letter, customerId } = mail.data;
          const mine = events.filter((event) => 'mailId' in event.data && event.data.mailId === mailId);
          const query = all(mine, 'CustomerQuery')[0];
          const reply = all(mine, 'ReplySent')[0];
          const escalated = all(mine, 'Escalated')[0];
          const filed = all(mine, 'MailFiled')[0];
          const refused = all(events, 'MailRefused').find((event) => event.answers === mail.id);
          const decided = all(events, 'AgentDecided').some(
            (event) =>
              event.correlationId === mail.correlationId &&
              event.position > (query?.position ?? Number.POSITIVE_INFINITY),
          );
          const status = reply
            ? 'answered'
            : escalated
              ? 'escalated'
              : filed
                ? 'filed'
                : refused
                  ? 'refused'
                  : decided
                    ? 'working'
                    : query
                      ? 'open'
                      : 'received';
          const row = {
            mailId,
            letter,
            customerId: query && !query.data.known ? null : customerId,
            status,
            reply: reply?.data.text ?? null,
            because: (escalated ?? filed ?? refused)?.data.because ?? null,
            receivedAt: mail.at,
          };
          return [mailId, row];
        }),
    ),
  campaigns: (events) => ({
    posts: sorted(
      all(events, 'PostDrafted').flatMap((draft) => {
        const twins = all(events, 'PostDrafted').filter(({ data }) => data.postId === draft.data.postId);
        const answers = twins.flatMap((twin) => answerTo(events, twin) ?? []);
        const said = answers.find(({ type }) => type === 'PostPublished') ?? last(answers);
        if (!said || said.answers !== draft.id) return [];
        const refusal = isRefusal(said) ? said.data : null;
        const { postId, sku, occasion, text } = draft.data;
        const gone = all(events, 'PostWithdrawn').find(({ data }) => data.postId === draft.data.postId);
        const status = refusal ? 'rejected' : gone ? 'withdrawn' : 'published';
        const because = refusal?.because ?? gone?.data.because.replace('-', ' ') ?? null;
        return [[postId, { postId, sku, occasion, text, status, because, at: said.at }]];
      }),
    ),
    promotions: sorted(
      all(events, 'PromotionStarted').map(({ data }) => {
        const mine = events.filter(
          (event) => 'promotionId' in event.data && event.data.promotionId === data.promotionId,
        );
        const turns = mine.filter((event) => event.type === 'PromotionPaused' || event.type === 'PromotionResumed');
        const paused = last(turns)?.type === 'PromotionPaused';
        const status = all(mine, 'PromotionEnded').length > 0 ? 'ended' : paused ? 'paused' : 'running';
        return [data.promotionId, { ...data, status, because: last(turns)?.data.reason ?? null }];
      }),
    ),
    drafts: byText(
      all(events, 'PostDrafted')
        .filter((draft) => !answerTo(events, draft))
        .map(({ data }) => data),
    ),
  }),
  customers: (events) => {
    const placed = [...all(events, 'OrderPlaced'), ...all(events, 'OrderTakenOver')].sort(
      (one, other) => one.position - other.position,
    );
    const named = [...all(events, 'CustomerRegistered'), ...placed];
    return sorted(
      [...new Set(named.map(({ data }) => data.customerId))].map((customerId) => {
        const profile = all(events, 'CustomerRegistered').find(({ data }) => data.customerId === customerId);
        const orders = placed.filter(({ data }) => data.customerId === customerId).map(({ data }) => data.orderId);
        return [customerId, { customerId, profile: profile?.data.profile ?? null, orders }];
      }),
    );
  },
  proposals: (events) => {
    const asked = events.filter((event) => event.kind === 'proposal');
    const answers = events.filter((event) => event.answers !== undefined);
    const row = ({ id, type, by }: WorldEvent, answer?: WorldEvent) => {
      const refusal = answer && isRefusal(answer) ? answer.data : null;
      const parked = all(events, 'ApprovalAsked').find(({ data }) => data.proposalId === id);
      const status = refusal ? 'refused' : answer ? 'accepted' : parked ? 'parked' : 'waiting';
      const because = answer ? (refusal?.because ?? null) : (parked?.data.because ?? null);
      return { type, by, status, rule: refusal?.rule ?? null, because };
    };
    return {
      waiting: byText(asked.filter((proposal) => !answerTo(events, proposal)).map((proposal) => row(proposal))),
      answered: byText(
        answers
          .slice(-200)
          .map((answer) => row(asked.find((proposal) => proposal.id === answer.answers) as WorldEvent, answer)),
      ),
      acceptedCount: answers.filter((answer) => !isRefusal(answer)).length,
      refusedCount: answers.filter((answer) => isRefusal(answer)).length,
    };
  },
  turns: (events) =>
    sorted(
      ['support', 'inventory', 'marketing'].map((agent) => {
        const mine = events.filter((event) => 'agent' in event.data && event.data.agent === agent);
        const decided = last(all(mine, 'AgentDecided'));
        const naps = mine.filter((event) => event.type === 'AgentPaused' || event.type === 'AgentResumed');
        const retried = all(mine, 'AgentRetried').map(({ data }) => data.failure);
        const row = {
          agent,
          paused: last(naps)?.type === 'AgentPaused',
          crashes: all(mine, 'AgentCrashed').length,
          decisions: all(mine, 'AgentDecided').length,
          lastDecision: decided
            ? { summary: decided.data.summary, transcript: decided.data.transcript, at: decided.at }
            : null,
          failures: all(mine, 'AgentFailed')
            .filter(({ id }) => !retried.includes(id))
            .map(({ data, at }) => ({ because: data.because, at })),
        };
        return [agent, row];
      }),
    ),
  ledger: (events) => ({
    entries: byText(
      events.flatMap((event) =>
        moneyMoves(event).map((move) => {
          const { orderId, customerId } = event.data as { orderId: string; customerId: string };
          return { ...move, orderId, customerId, because: event.type, at: event.at };
        }),
      ),
    ),
    methods: sorted(
      all(events, 'PaymentMethodAdded').map(({ data: { openingCents, ...method } }) => {
        const here = events.filter(({ type }) => type !== 'OrderTakenOver').flatMap(moneyMoves);
        const total = (kind: string) =>
          sum(here.filter((one) => one.methodId === method.methodId && one.kind === kind).map(({ cents }) => cents));
        const [chargedCents, refundedCents] = [total('charge'), total('refund')];
        const balanceCents = method.kind === 'gift-card' ? openingCents - chargedCents + refundedCents : null;
        return [method.methodId, { ...method, chargedCents, refundedCents, balanceCents }];
      }),
    ),
  }),
  approvals: (events) =>
    byText(
      all(events, 'ApprovalAsked').map(({ at, data: { proposalId, basis, ...shown } }) => {
        const end = events.find(
          ({ type, data }) =>
            ['ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed'].includes(type) &&
            (data as { proposalId?: string }).proposalId === proposalId,
        );
        const status = end ? end.type.replace('Approval', '').toLowerCase() : 'open';
        const said = end && 'because' in end.data ? end.data.because : null;
        return { ...shown, status, said, askedAt: at, ...(basis < 0 && { basis }) };
      }),
    ),
  house: (events) => ({
    policies: sorted(
      Object.values(defaultPolicies).map((standard) => {
        const set = all(events, 'PolicySet').filter(({ data }) => data.policy.name === standard.name);
        return [standard.name, { policy: last(set)?.data.policy ?? standard }] as [string, Json];
      }),
    ),
    currency: last(all(events, 'CurrencySet'))?.data.currency ?? 'EUR',
  }),
};

const exchangeAfter: { readonly [T in EventType]?: string } = {
  ExchangeAccepted: 'accepted',
  ReplacementShipped: 'sent',
  ReplacementDelivered: 'arrived',
};

const statusAfter: { readonly [T in EventType]?: string } = {
  OrderPlaced: 'placed',
  OrderConfirmed: 'confirmed',
  OrderBackordered: 'backordered',
  OrderShipped: 'shipped',
  OrderDelivered: 'delivered',
  OrderCancelled: 'cancelled',
};

function onTheWay(events: readonly WorldEvent[], sku: string): Json {
  const reorder = last(all(events, 'ReorderPlaced').filter(({ data }) => data.sku === sku))?.data;
  if (!reorder) return null;
  const receipts = all(events, 'StockReceiptReported').filter(({ data }) => data.reorderId === reorder.reorderId);
  const arrived = receipts.some((receipt) => answerTo(events, receipt)?.type === 'InventoryUpdated');
  const late = last(all(events, 'ReorderDelayed').filter(({ data }) => data.reorderId === reorder.reorderId));
  const dueAt = late?.data.dueAt ?? reorder.dueAt ?? null;
  return arrived ? null : { reorderId: reorder.reorderId, qty: reorder.qty, dueAt };
}

function isOffTheQueue(events: readonly WorldEvent[], orderId: string): boolean {
  return events.some(
    ({ type, data }) =>
      ((type === 'StockReserved' && !data.change) || type === 'OrderCancelled') &&
      'orderId' in data &&
      data.orderId === orderId,
  );
}

function availableOf(events: readonly WorldEvent[], sku: string): { at: number; available: number }[] {
  return events.flatMap((event) => {
    const at = event.position;
    if (event.type === 'InventoryUpdated' && event.data.sku === sku) return [{ at, available: event.data.available }];
    if (event.type !== 'StockReserved' && event.type !== 'StockReleased') return [];
    return event.data.items.filter((item) => item.sku === sku).map(({ available }) => ({ at, available }));
  });
}

function answerTo(events: readonly WorldEvent[], proposal: WorldEvent): WorldEvent | undefined {
  return events.find((event) => event.answers === proposal.id);
}

function all<T extends EventType>(events: readonly WorldEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is WorldEvent & EventOf<T> => event.type === type);
}

function last<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sorted(pairs: readonly (readonly [key: string, row: Json])[]): Json {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** By the text of their sorted fields, which is the order of canonical JSON. */
function byText(rows: readonly object[]): Json {
  const text = (row: object) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()));
  return [...rows].sort((a, b) => (text(a) < text(b) ? -1 : 1)) as unknown as Json;
}
