/** The number of the next order taken on the page: the first free one from 2001 on, beyond those of the scenario. */
export function nextOrderId(taken: Iterable<string>): string {
  let next = 2001;
  for (const id of taken) if (/^\d{4,8}$/.test(id)) next = Math.max(next, Number(id) + 1);
  return String(next);
}

/** A sku for a product named on the page: `Linen apron` becomes LIN-1, or LIN-2 when that is taken. */
export function skuFor(title: string, taken: Iterable<string>): string {
  const letters = title
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase();
  const stem = letters.length < 2 ? 'NEW' : letters;
  const skus = new Set(taken);
  let n = 1;
  while (skus.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}
