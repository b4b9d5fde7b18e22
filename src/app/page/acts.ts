import type { CustomerId, EventId, MailId, OrderId, Sku, WorldEvent } from '../../contracts';
import { nextOrderId, skuFor, type PageAct } from '../../intake';
import type { IntakeReport, ShopSnapshot, ShopTools } from '../../ui';
import type { Threads } from './threads';

type Acts = Pick<
  ShopTools,
  | 'sampleMails'
  | 'writeMail'
  | 'takeFiles'
  | 'placeOrder'
  | 'restock'
  | 'sellAll'
  | 'sellLastTwice'
  | 'ship'
  | 'deliver'
  | 'returnReceived'
  | 'requestRefund'
  | 'cancelOrder'
  | 'ask'
  | 'changeAddress'
  | 'startSale'
  | 'endSale'
  | 'submitProduct'
  | 'answerMail'
  | 'forgetCustomer'
  | 'changePrompt'
>;

/** What a person does on the page, as inputs from outside. Each act has an id of its own, so asking twice is asking once. */
export function acts(threads: Threads, snapshot: () => ShopSnapshot): Acts {
  const inputId = () => `page-${crypto.randomUUID()}`;

  function submit(input: PageAct): Promise<readonly WorldEvent[]> {
    const id = inputId();
    return threads.act('submit', id, input);
  }
  const act = async (input: PageAct): Promise<void> => void (await submit(input));

  /** Order numbers in a row: each taken one counts, also those that are still on their way. */
  const taken = new Set<string>();
  function newOrderId(): OrderId {
    const id = nextOrderId([...snapshot().views.orders.keys(), ...taken]);
    taken.add(id);
    return id as OrderId;
  }

  function customers(): CustomerId[] {
    const rows = [...snapshot().views.customers.values()].filter((row) => row.profile !== null);
    if (rows.length === 0) throw new Error('The shop has no customers yet. Let the day begin first.');
    return rows.map((row) => row.customerId);
  }

  function available(sku: Sku): number {
    const count = snapshot().views.stock.get(sku)?.available ?? 0;
    if (count === 0) throw new Error(`No ${sku} is available. Restock it first.`);
    return count;
  }

  return {
    sampleMails: async () => (await import('./sampleMails')).sampleMails(),
    async writeMail(mail) {
      const events = await submit({ kind: 'writeMail', ...mail });
      return mailIdOf(events);
    },
    async takeFiles(files): Promise<IntakeReport> {
      const taken: { file: string; mailId: MailId }[] = [];
      const refused: { file: string; because: string }[] = [];
      for (const { name, bytes } of files) {
        const id = inputId();
        try {
          taken.push({ file: name, mailId: mailIdOf(await threads.act('takeMail', id, bytes)) });
        } catch (error) {
          refused.push({ file: name, because: error instanceof Error ? error.message : String(error) });
        }
      }
      return { taken, refused };
    },
    async placeOrder(customerId, items) {
      const orderId = newOrderId();
      await act({ kind: 'placeOrder', orderId, customerId, items });
      return orderId;
    },
    restock: (sku, qty) => act({ kind: 'restock', sku, qty }),
    async sellAll(sku) {
      const [customerId = '' as CustomerId] = customers();
      await act({ kind: 'placeOrder', orderId: newOrderId(), customerId, items: [{ sku, qty: available(sku) }] });
    },
    async sellLastTwice(sku) {
      const [one, other = one] = customers();
      const items = [{ sku, qty: available(sku) }];
      const orders = [one, other].map((customerId) => ({ customerId: customerId ?? '', orderId: newOrderId() }));
      await Promise.all(orders.map((order) => act({ kind: 'placeOrder', ...order, items })));
    },
    ship: (orderId) => act({ kind: 'ship', orderId }),
    deliver: (orderId) => act({ kind: 'deliver', orderId }),
    returnReceived: (orderId, sku, qty) => act({ kind: 'returnReceived', orderId, sku, qty }),
    requestRefund: (orderId, sku, qty, cents) => act({ kind: 'requestRefund', orderId, sku, qty, cents }),
    cancelOrder: (orderId) => act({ kind: 'cancelOrder', orderId }),
    ask: async (wish) => proposalOf(await submit({ kind: 'ask', wish })),
    changeAddress: async (orderId, address) => proposalOf(await submit({ kind: 'changeAddress', orderId, address })),
    startSale: (sku, percentOff) => act({ kind: 'startSale', sku, percentOff }),
    endSale: (sku) => act({ kind: 'stopSale', sku }),
    async submitProduct({ title, description, priceCents, qty }) {
      const sku = skuFor(title, snapshot().views.products.keys()) as Sku;
      await act({ kind: 'addProduct', sku, title, description, priceCents, qty, lowStockAt: 3 });
      return sku;
    },
    forgetCustomer: (customerId) => act({ kind: 'forgetCustomer', customerId }),
    async changePrompt(agent, system, from) {
      const [asked] = await submit({ kind: 'changePrompt', agent, system, from });
      if (!asked) throw new Error('It was not recorded. Try again.');
      return asked.id;
    },
    answerMail: (mailId, text, claims = []) => act({ kind: 'answerMail', mailId, text, claims }),
  };
}

function proposalOf([event]: readonly WorldEvent[]): EventId {
  if (!event) throw new Error('It was not taken in. Try again.');
  return event.id;
}

function mailIdOf(events: readonly WorldEvent[]): MailId {
  const mail = events.find((event) => event.type === 'MailReceived');
  if (mail?.type !== 'MailReceived') throw new Error('The mail did not come in. Try again.');
  return mail.data.mailId;
}
