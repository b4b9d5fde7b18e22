/** What two sides must agree on to have ended in the same world, whatever happened on the way. */
export interface WorldForm {
  readonly orders: readonly (readonly [id: string, status: string, refundedQty: number, paidBackCents: number])[];
  readonly stock: readonly (readonly [sku: string, onHand: number, reserved: number, returned: number])[];
  readonly mails: readonly (readonly [id: string, answered: boolean])[];
  readonly posts: readonly string[];
  readonly promotions: readonly string[];
}

/** Sorted by code units, so that two sides can be compared as text. */
export function writeWorld(form: WorldForm): string {
  const byFirst = <T extends readonly [string, ...unknown[]]>(rows: readonly T[]) =>
    rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    orders: byFirst(form.orders),
    stock: byFirst(form.stock),
    mails: byFirst(form.mails),
    posts: form.posts.toSorted(),
    promotions: form.promotions.toSorted(),
  });
}
