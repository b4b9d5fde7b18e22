import { isRefusal, type EventType, type WorldEvent } from '../../contracts';
import type { projections } from '../projections';
import { all, answerTo, byText, last, sorted, sum, type Rows } from './lookUp';
import { naiveCampaigns } from './naiveCampaigns';
import { naiveApprovals, naiveHouse, naiveLedger } from './naiveHouse';
import { naiveDocuments } from './naiveDocuments';
import { naivePrompts } from './naivePrompts';
import { naiveVerdicts } from './naiveVerdicts';
import { brought, differences, linesNow, paidBy } from './naiveOrders';
import { naiveStock } from './naiveStock';

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
  stock: naiveStock,
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
          const reply = all(mine, 'ReplySent').at(-1);
          const escalated = all(mine, 'Escalated')[0];
          const filed = all(mine, 'MailFiled')[0];
          const refused = all(events, 'MailRefused').find((event) => event.answers === mail.id);
          const decided = all(events, 'AgentDecided').some(
            (event) =>
              event.correlationId === mail.correlationId &&
              event.position > (query?.position ?? Number.POSITIVE_INFINITY),
          );
          const status =
            reply && !reply.data.interim
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
  campaigns: naiveCampaigns,
  customers: (events) => {
    const placed = [...all(events, 'OrderPlaced'), ...all(events, 'OrderTakenOver')].sort(
      (one, other) => one.position - other.position,
    );
    const named = [...all(events, 'CustomerRegistered'), ...placed];
    return sorted(
      [...new Set(named.map(({ data }) => data.customerId))].map((customerId) => {
        const book = events.filter(
          (event) =>
            (event.type === 'CustomerRegistered' || event.type === 'CustomerForgotten') &&
            event.data.customerId === customerId,
        );
        const forgotten = book.findLastIndex(({ type }) => type === 'CustomerForgotten');
        const profile = all(book.slice(forgotten + 1), 'CustomerRegistered')[0];
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
          engine: ((chosen) => chosen && { engine: chosen.engine, model: chosen.model })(
            last(all(mine, 'EngineChosen'))?.data ?? null,
          ),
          failures: all(mine, 'AgentFailed')
            .filter(({ id }) => !retried.includes(id))
            .map(({ data, at }) => ({ because: data.because, at })),
        };
        return [agent, row];
      }),
    ),
  ledger: naiveLedger,
  approvals: naiveApprovals,
  house: naiveHouse,
  prompts: naivePrompts,
  documents: naiveDocuments,
  verdicts: naiveVerdicts,
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
