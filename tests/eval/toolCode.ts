import type { Action } from './Action';
import { judge, write, type Verdict } from './oracle';
import type { Books, CustomerDocument, OrderDocument } from './Books';

/**
 * What the data set's own tools would make of an action, as far as they differ from the policy: a cancellation gives back every row of the
 * payment history, whichever way the money went; a return and an exchange note what was asked and move no money and no goods.
 * The rows are kept beside the books, because the tools look at rows and not at sums.
 */
export class ToolCode {
  readonly books: Books;
  readonly #rows = new Map<string, { readonly method: string; readonly cents: number }[]>();

  constructor(books: Books) {
    this.books = books;
    for (const { id, held } of books.orders.values()) {
      this.#rows.set(
        id,
        Object.entries(held).map(([method, cents]) => ({ method, cents })),
      );
    }
  }

  act(action: Action): Verdict {
    const before = this.books.orders.get(action.orderId);
    const verdict = judge(this.books, action);
    if ('refused' in verdict || !before) return verdict;
    write(this.books, verdict.writes);
    const after = this.books.orders.get(action.orderId) ?? before;
    if (action.kind === 'payment') this.#rows.get(before.id)?.push(...rowsOf(before, action.methodId));
    if (action.kind === 'cancel') this.#giveBackEveryRow(before, after);
    if (action.kind === 'return' || action.kind === 'exchange') this.#moveNothing(before, after);
    return verdict;
  }

  #giveBackEveryRow(before: OrderDocument, after: OrderDocument) {
    const held: Record<string, number> = { ...before.held };
    for (const { method, cents } of this.#rows.get(before.id) ?? [])
      held[method] = (held[method] ?? 0) - Math.abs(cents);
    this.#put(before, { ...after, held });
  }

  #moveNothing(before: OrderDocument, after: OrderDocument) {
    this.#put(before, { ...after, units: before.units, held: before.held });
  }

  /** The order as the tools leave it, and gift cards by what the order then holds of them. */
  #put(before: OrderDocument, order: OrderDocument) {
    const now = this.books.orders.get(order.id) ?? before;
    const customer = this.books.customers.get(order.customerId);
    this.books.orders.set(order.id, order);
    if (!customer) return;
    const balances = { ...customer.balances };
    for (const card of Object.keys(balances)) {
      balances[card] = (balances[card] ?? 0) + (now.held[card] ?? 0) - (order.held[card] ?? 0);
    }
    this.books.customers.set(customer.id, { ...customer, balances } satisfies CustomerDocument);
  }
}

/** A changed payment is two rows more: the new method paid, and the old one got back. */
function rowsOf({ held }: OrderDocument, method: string) {
  const payers = Object.entries(held).filter(([, cents]) => cents > 0);
  const cents = payers.reduce((sum, [, part]) => sum + part, 0);
  return [{ method, cents }, ...payers.map(([payer, part]) => ({ method: payer, cents: -part }))];
}
