import { AppError, derivedId } from '../../../kernel';
import type { Row } from '../readTable';

/** A customer as an order export shows one. */
interface Found {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly address: null;
  readonly paymentMethods: { id: string; kind: 'card' | 'paypal'; label: string }[];
}

/** The customers of an order export, told apart by their mail address. */
export class CustomersByAddress {
  readonly #known: (address: string) => string | null;
  readonly #found = new Map<string, { readonly line: number; readonly value: Found }>();

  constructor(known: (address: string) => string | null) {
    this.#known = known;
  }

  /**
   * The customer of this order. Who is new gets an id from the order's number: an id must not give away the address it belongs to.
   * @throws InvalidInput when the order has no address to tell its customer by.
   */
  of(row: Row, orderId: string): Found {
    const email = row.field('email');
    const key = email.toLowerCase();
    if (key === '') throw new AppError('InvalidInput', 'it has no e-mail address, so nothing says whose it is');
    const before = this.#found.get(key);
    if (before) return before.value;
    const id = this.#known(key) ?? derivedId('c', orderId, 'first-order');
    const name = row.field('billing name', 'shipping name') || email;
    const kind = row.field('payment method').toLowerCase().includes('paypal') ? 'paypal' : 'card';
    const paymentMethods = [{ id: `${id}-${kind}`, kind, label: row.field('payment method').slice(0, 60) } as const];
    const value: Found = { id, name, email, address: null, paymentMethods };
    this.#found.set(key, { line: row.line, value });
    return value;
  }

  all(): Iterable<{ readonly line: number; readonly value: Found }> {
    return this.#found.values();
  }
}
