import type { Intent } from '../../../src/agents/support/reading/intents';

const names: Readonly<Record<string, RegExp>> = {
  refund: /^(?:refund\w*|money_?back)$/,
  cancellation: /^cancel\w*$/,
  return: /^return\w*$/,
  exchange: /^exchange\w*$/,
  items:
    /^(?:items?(?:change\w*)?|modify|modify_(?:pending_)?order(?:_items)?|modify_items|change_items|change_order)$/,
  address: /^(?:address\w*|change_address|modify_(?:pending_order|user)_address)$/,
  payment: /^(?:payment\w*|change_payment\w*|modify_(?:pending_order_)?payment)$/,
};

/** The act a name stands for; null when it is none of support's. */
export function actNamed(name: string): string | null {
  const plain = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.entries(names).find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The acts that an intent can rightly lead to. */
export const actsFor: Readonly<Record<Intent, readonly string[]>> = {
  refund: ['refund', 'return', 'cancellation'],
  return: ['return', 'refund'],
  exchange: ['exchange', 'items'],
  cancel_order: ['cancellation'],
  modify_order: ['items', 'payment', 'exchange'],
  change_address: ['address'],
  order_status: [],
  damaged_or_wrong: ['refund', 'return', 'exchange'],
  product_question: [],
  complaint: [],
  invoice_payment: ['payment'],
  account: [],
  other: [],
};
