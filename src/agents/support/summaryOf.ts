import type { MoneyWords } from '../../kernel';
import type { SupportAct } from './decision';

/** A sentence for the log: what support asks for. */
export function summaryOf(acts: readonly SupportAct[], money: MoneyWords): string {
  return `asks to ${acts.map((act) => inWords(act, money)).join(', ')}`.slice(0, 300);
}

function inWords(act: SupportAct, money: MoneyWords): string {
  const of = `of order ${act.orderId}`;
  switch (act.ask) {
    case 'refund':
      return `refund ${money(act.cents)} for ${act.qty} × ${act.sku} ${of}`;
    case 'cancellation':
      return `cancel order ${act.orderId}`;
    case 'return':
      return `take back ${act.items.map(({ qty, sku }) => `${qty} × ${sku}`).join(', ')} ${of}`;
    case 'exchange':
    case 'items':
      return `${act.ask === 'items' ? 'change' : 'exchange'} ${act.changes.map(({ sku, newSku }) => `${sku} to ${newSku}`).join(', ')} ${of}`;
    case 'address':
      return `send order ${act.orderId} to another address`;
    case 'payment':
      return `pay order ${act.orderId} with ${act.methodId}`;
  }
}
