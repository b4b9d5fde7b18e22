import type { Views } from '../projections';

/** A copy that folding on does not change, and that costs only the Maps: rows are replaced by folds, never edited, so both share them. */
export function copyViews(views: Views): Views {
  return Object.fromEntries(Object.entries(views).map(([name, view]) => [name, copyView(view)])) as unknown as Views;
}

function copyView(view: object): object {
  if (view instanceof Map) return new Map(view as Map<unknown, unknown>);
  return Object.fromEntries(
    Object.entries(view).map(([name, part]: [string, unknown]) => [
      name,
      part instanceof Map ? new Map(part as Map<unknown, unknown>) : part,
    ]),
  );
}
