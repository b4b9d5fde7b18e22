import type { MailRow, OrderRow } from '../../projections';
import type { AgentStatus } from '../ShopStatus';

/** What a mail's state means to the shopkeeper, and the sign before it. */
export const mailWords: Readonly<Record<MailRow['status'], readonly [sign: string, words: string]>> = {
  received: ['·', 'just in'],
  open: ['○', 'waits for support'],
  working: ['◐', 'support is at it'],
  escalated: ['▲', 'waits for you'],
  answered: ['●', 'answered'],
  filed: ['–', 'needs no answer'],
  refused: ['✕', 'not taken'],
};

/** What an order's state means, and how far along it is. */
export const orderWords: Readonly<Record<OrderRow['status'], readonly [sign: string, words: string]>> = {
  placed: ['○', 'placed'],
  confirmed: ['◔', 'confirmed'],
  backordered: ['◌', 'waits for stock'],
  shipped: ['◑', 'on its way'],
  delivered: ['●', 'delivered'],
  cancelled: ['✕', 'cancelled'],
};

/** What a thread's state means, and the sign before it. */
export const agentWords: Readonly<Record<AgentStatus['state'], readonly [sign: string, words: string]>> = {
  starting: ['◌', 'starting'],
  idle: ['○', 'idle'],
  thinking: ['◐', 'thinking'],
  paused: ['‖', 'paused'],
  crashed: ['✕', 'crashed'],
};
