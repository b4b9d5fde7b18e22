import type { EventOf, WorldEvent } from '../../contracts';
import { pick, ref, refuse, customers, type Numbers, type Shop } from './shop';

/** What is written, and what befalls the agents. What does not fit the shop's state is refused, or nothing happens. */
export const mailActs = {
  mail(shop: Shop, { n, a, b }: Numbers) {
    const customerId = pick(customers, a);
    const mailId = `m-${b % 4 === 3 ? 'again' : n}`;
    const known = customerId !== 'c-3';
    const answers = shop.history.tell('MailReceived', { mailId, customerId, letter: ref(n), attachments: 0 });
    if (shop.mails.some((mail) => mail.tags.includes(`mail:${mailId}`))) return refuse(shop, 'MailRefused', answers);
    const asker = known ? customerId : `visitor-${mailId}`;
    const query = shop.history.tell('CustomerQuery', { mailId, customerId: asker, known, query: ref(n) }, { answers });
    shop.mails.push(query);
  },
  turn(shop: Shop, { a, b }: Numbers) {
    const query = pick(shop.mails, a) as EventOf<'CustomerQuery'> | undefined;
    if (!query) return;
    const turn = {
      engine: 'scripted',
      model: 's',
      seed: 1,
      documents: [],
      transcript: ref(2),
      proposals: 0,
      summary: 'did',
    };
    const cause = shop.history.tell('AgentDecided', { agent: 'support', trigger: query.id, ...turn }, { cause: query });
    const events = shop.history.events.filter((event) => event.correlationId === query.correlationId);
    const { mailId, customerId } = query.data;
    if (events.some((event) => event.type === 'ReplySent') || b % 4 === 3) return;
    if (b % 4 === 2) {
      const ask = { mailId, customerId, reason: 'unclear', because: 'it names no order' } as const;
      const asked = shop.history.tell('EscalationRequested', ask, { cause });
      if (events.some((event) => event.type === 'Escalated')) refuse(shop, 'EscalationRefused', asked);
      else shop.history.tell('Escalated', ask, { answers: asked });
      return;
    }
    if (b % 16 === 1) {
      const ask = { mailId, customerId, reason: 'automatic', because: 'a machine sent it' } as const;
      const asked = shop.history.tell('FilingRequested', ask, { cause });
      const isDone = events.some((event) => event.type === 'Escalated' || event.type === 'MailFiled');
      if (isDone) refuse(shop, 'FilingRefused', asked);
      else shop.history.tell('MailFiled', ask, { answers: asked });
      return;
    }
    const refunds = shop.refunds.filter(({ data }) => data.customerId === customerId);
    const claims = refunds.slice(0, 1).map(({ data: { orderId, sku, qty, cents } }) => {
      return { says: 'refunded', orderId, sku, qty, cents } as const;
    });
    const reply = { mailId, customerId, text: ref(3) };
    const answers = shop.history.tell('ReplyDrafted', { ...reply, claims }, { cause });
    if (b % 8 === 5) return refuse(shop, 'ReplyRejected', answers);
    shop.history.tell('ReplySent', reply, { answers });
  },
  agent(shop: Shop, { a, b }: Numbers) {
    const agent = pick(['support', 'inventory', 'marketing'] as const, a);
    const first = shop.history.events[0] as WorldEvent;
    const failure = pick(shop.failures, a);
    switch (b % 5) {
      case 0:
        shop.history.tell('AgentPaused', { agent });
        break;
      case 1:
        if (b % 3 === 0) shop.history.tell('EngineChosen', { agent, engine: 'wllama', model: `model-${b % 4}` });
        else shop.history.tell('AgentResumed', { agent });
        break;
      case 2:
        shop.history.tell('AgentCrashed', { agent, trigger: null, times: 1 });
        break;
      case 3: {
        const failed = { agent, trigger: first.id, rule: 'threw', because: 'it threw', transcript: null } as const;
        shop.failures.push(shop.history.tell('AgentFailed', failed));
        break;
      }
      default:
        if (!failure) break;
        shop.failures.splice(shop.failures.indexOf(failure), 1);
        shop.history.tell('AgentRetried', { agent: failure.data.agent, trigger: first.id, failure: failure.id });
    }
  },
};
