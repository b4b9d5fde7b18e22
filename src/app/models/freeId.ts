/** An id for a file of this name that no model on the shelf has: small letters, digits, dots and dashes. */
export function freeId(fileName: string, taken: readonly { readonly id: string }[]): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .toLowerCase()
    .replace(/\.gguf$/, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 60);
  const base = plain === '' ? 'model' : plain;
  const ids = new Set(taken.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!ids.has(id)) return id;
  }
}
