import { isRefusal, type EventOf, type EventType, type WorldEvent } from '../../contracts';
import type { projections } from '../projections';
import type { Json } from '../viewsToJson';

type Rows = (events: readonly WorldEvent[]) => Json;

/**
 * The views once more, as slow and plain as they can be: each field of each row is looked up in the whole history. Without positions and
 * event ids, as `viewsToJson(views, { places: false })` writes them.
 */
export const naiveViews: { readonly [Name in keyof typeof projections]: Rows } = {
  orders: (events) =>
    sorted(
      all(events, 'OrderPlaced').map((placed) => {
        const { orderId, customerId, items } = placed.data;
        const mine = events.filter((event) => 'orderId' in event.data && event.data.orderId === orderId);
        const refunds = all(mine, 'RefundProcessed');
        const lines = items.map((item) => ({
          ...item,
          refundedQty: sum(refunds.filter(({ data }) => data.sku === item.sku).map(({ data }) => data.qty)),
          refundedCents: sum(refunds.filter(({ data }) => data.sku === item.sku).map(({ data }) => data.cents)),
          returnedQty: sum(
            all(mine, 'InventoryUpdated')
              .filter(({ data }) => data.sku === item.sku && data.because === 'returned')
              .map(({ data }) => data.qty),
          ),
        }));
        const units = sum(lines.map((line) => line.qty));
        const refundedUnits = sum(lines.map((line) => line.refundedQty));
        const row = {
          orderId,
          customerId,
          status: last(mine.flatMap((event) => statusAfter[event.type] ?? [])) ?? null,
          lines,
          totalCents: sum(items.map((item) => item.qty * item.unitCents)),
          paidCents: sum(all(mine, 'PaymentRecorded').map(({ data }) => data.cents)),
          paidBackCents:
            sum(refunds.map(({ data }) => data.cents)) +
            sum(all(mine, 'OrderCancelled').map(({ data }) => data.paidBackCents)),
          refund: refundedUnits === 0 ? 'none' : refundedUnits === units ? 'whole' : 'part',
          placedAt: placed.at,
          deliveredAt: all(mine, 'OrderDelivered')[0]?.at ?? null,
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
            .filter(({ data }) => data.items.some((item) => item.sku === sku))
            .map(({ data }) => data.orderId)
            .filter((orderId) => !isOffTheQueue(events, orderId)),
        };
        return [sku, row];
      }),
    ),
  products: (events) =>
    sorted(
      all(events, 'NewProduct').map(({ data: { sku, title, description, priceCents } }) => {
        const prices = all(events, 'PriceChanged').filter(({ data }) => data.sku === sku);
        const sale = last(all(events, 'SaleStarted').filter(({ data }) => data.sku === sku))?.data;
        const over = all(events, 'SaleEnded').some(({ data }) => data.saleId === sale?.saleId);
        const running = sale && !over ? sale : null;
        const row = {
          sku,
          title,
          description,
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
    const named = [...all(events, 'CustomerRegistered'), ...all(events, 'OrderPlaced')];
    return sorted(
      [...new Set(named.map(({ data }) => data.customerId))].map((customerId) => {
        const profile = all(events, 'CustomerRegistered').find(({ data }) => data.customerId === customerId);
        const placed = all(events, 'OrderPlaced').filter(({ data }) => data.customerId === customerId);
        const orders = placed.map(({ data }) => data.orderId);
        return [customerId, { customerId, profile: profile?.data.profile ?? null, orders }];
      }),
    );
  },
  proposals: (events) => {
    const asked = events.filter((event) => event.kind === 'proposal');
    const answers = events.filter((event) => event.answers !== undefined);
    const row = ({ type, by }: WorldEvent, answer?: WorldEvent) => {
      const refusal = answer && isRefusal(answer) ? answer.data : null;
      const status = refusal ? 'refused' : answer ? 'accepted' : 'waiting';
      return { type, by, status, rule: refusal?.rule ?? null, because: refusal?.because ?? null };
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
  return arrived ? null : { reorderId: reorder.reorderId, qty: reorder.qty };
}

function isOffTheQueue(events: readonly WorldEvent[], orderId: string): boolean {
  return events.some(
    ({ type, data }) =>
      (type === 'StockReserved' || type === 'OrderCancelled') && 'orderId' in data && data.orderId === orderId,
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
