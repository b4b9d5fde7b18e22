import type { AgentName } from '../../contracts';

/** What one agent tells another. Each copy of the world is made of what its owner did and what it was told. */
export type TellMessage =
  | {
      readonly tell: 'sold';
      readonly order: string;
      readonly who: string;
      readonly sku: string;
      readonly qty: number;
      readonly cents: number;
    }
  | {
      readonly tell: 'waiting';
      readonly order: string;
      readonly who: string;
      readonly sku: string;
      readonly qty: number;
      readonly cents: number;
    }
  | { readonly tell: 'served'; readonly order: string; readonly sku: string }
  | { readonly tell: 'cancelled'; readonly order: string; readonly sku: string }
  | { readonly tell: 'refunded'; readonly order: string; readonly sku: string; readonly qty: number }
  | { readonly tell: 'shipped'; readonly order: string; readonly sku: string }
  /** The newest level, stamped by the teller's clock: an older one than the newest known is ignored. */
  | { readonly tell: 'level'; readonly sku: string; readonly available: number; readonly stampMs: number }
  | { readonly tell: 'low'; readonly sku: string }
  | { readonly tell: 'price'; readonly sku: string; readonly cents: number };

/** A message for somebody. */
export interface Tell {
  readonly to: AgentName;
  readonly message: TellMessage;
}

/** The message as a sentence. */
export function sayTell(message: TellMessage): string {
  switch (message.tell) {
    case 'sold':
      return `order ${message.order}: ${message.qty} × ${message.sku} sold`;
    case 'waiting':
      return `order ${message.order} waits for ${message.qty} × ${message.sku}`;
    case 'served':
      return `order ${message.order} is set aside now`;
    case 'cancelled':
      return `order ${message.order} is cancelled`;
    case 'refunded':
      return `order ${message.order}: ${message.qty} × ${message.sku} refunded, comes back`;
    case 'shipped':
      return `order ${message.order} was sent`;
    case 'level':
      return `${message.sku}: ${message.available} available`;
    case 'low':
      return `${message.sku} runs low`;
    case 'price':
      return `${message.sku} costs ${(message.cents / 100).toFixed(2)} € now`;
  }
}

/** What a message is about, in the tags of the log. */
export const aboutOf = (message: TellMessage): string[] =>
  'order' in message ? [`order:${message.order}`, `sku:${message.sku}`] : [`sku:${message.sku}`];
