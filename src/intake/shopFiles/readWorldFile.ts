import type { z } from 'zod';
import { AppError } from '../../kernel';
import { jsonFault, linesOfPaths, pathText, type JsonPath } from './jsonLines';
import type { Entry, ShopRecords, Skipped } from './ShopRecords';
import { fileCustomer, fileOrder, fileProduct, fileVariant, fileWorld, type CatalogueVariant } from './ShopWorld';

interface Bad {
  readonly path: JsonPath;
  readonly what: string;
  readonly because: string;
}

/** A JSON value out of a text. @throws InvalidInput that names the line on which it stops being JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const fault = jsonFault(text);
    const where = fault ? `line ${fault.line}: ${fault.because}` : 'it is nested too deeply';
    throw new AppError('InvalidInput', `The file is no JSON. See ${where}.`, { cause });
  }
}

/**
 * Reads a world file (docs/world-format.md). What does not fit its shape is skipped with its line; the rest is taken.
 *
 * @param text what it was parsed from, for the lines; null when it was made and has none.
 * @throws InvalidInput when it is no world file at all, naming the field and its line.
 */
export function readWorldFile(json: unknown, text: string | null): ShopRecords {
  const outer = fileWorld.safeParse(json);
  if (!outer.success) {
    const issue = outer.error.issues[0];
    const path = (issue?.path ?? []) as JsonPath;
    const line = text === null ? 1 : (linesOfPaths(text, [path]).get(pathText(path)) ?? 1);
    const where = path.length > 0 ? `${pathText(path)}: ` : '';
    throw new AppError(
      'InvalidInput',
      `Line ${line}: ${where}${issue?.message ?? 'not a world file'}. See docs/world-format.md.`,
    );
  }
  const { currency, policy } = outer.data;
  const bad: Bad[] = [];

  function readAll<S extends z.ZodType>(list: readonly unknown[], at: JsonPath, schema: S, what: string) {
    const read: { readonly path: JsonPath; readonly value: z.output<S> }[] = [];
    for (const [index, input] of list.entries()) {
      const path = [...at, index];
      const parsed = schema.safeParse(input);
      if (parsed.success) read.push({ path, value: parsed.data });
      else bad.push(badOf(path, nameOf(what, input), parsed.error));
    }
    return read;
  }
  const customers = readAll(outer.data.customers, ['customers'], fileCustomer, 'customer');
  const orders = readAll(outer.data.orders, ['orders'], fileOrder, 'order');
  const variants = readAll(outer.data.products, ['products'], fileProduct, 'product').flatMap(({ path, value }) => {
    const { id: productId, title, description } = value;
    return readAll(value.variants, [...path, 'variants'], fileVariant, 'variant').map((variant) => ({
      path: variant.path,
      value: { ...variant.value, productId, title, description } satisfies CatalogueVariant,
    }));
  });

  // Lines cost a second look at the text; they are looked up for what is wrong, and for everything when something else may turn out wrong.
  const lines = lazyLines(
    text,
    [...customers, ...variants, ...orders, ...bad].map(({ path }) => path),
  );
  const entries = <T>(list: readonly { readonly path: JsonPath; readonly value: T }[]): Entry<T>[] =>
    list.map(({ path, value }) => ({
      get line() {
        return lines(path);
      },
      value,
    }));
  return {
    source: 'a world file',
    currency,
    policy,
    customers: entries(customers),
    variants: entries(variants),
    orders: entries(orders),
    skipped: bad.map(({ path, what, because }): Skipped => ({ line: lines(path), what, because })),
  };
}

function lazyLines(text: string | null, paths: readonly JsonPath[]): (path: JsonPath) => number | null {
  if (text === null) return () => null;
  let lines: Map<string, number> | null = null;
  return (path) => (lines ??= linesOfPaths(text, paths)).get(pathText(path)) ?? null;
}

function badOf(path: JsonPath, what: string, error: z.ZodError): Bad {
  const issue = error.issues[0];
  const full = [...path, ...((issue?.path ?? []) as JsonPath)];
  return { path: full, what, because: `${pathText(full)}: ${issue?.message ?? 'does not have its shape'}` };
}

function nameOf(what: string, input: unknown): string {
  const { id, sku } = (typeof input === 'object' && input !== null ? input : {}) as { id?: unknown; sku?: unknown };
  const name = typeof id === 'string' ? id : typeof sku === 'string' ? sku : '';
  return name === '' ? `a ${what}` : `${what} ${name.slice(0, 64)}`;
}
