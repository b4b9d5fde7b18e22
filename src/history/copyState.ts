/**
 * A copy that folding on does not change, and that costs only the containers: what lies in a Map or a Set of a fold's state is replaced, never
 * edited, so both share it.
 */
export function copyState<State>(state: State): State {
  return copied(state) as State;
}

function copied(part: unknown): unknown {
  if (part instanceof Map) return new Map(part as Map<unknown, unknown>);
  if (part instanceof Set) return new Set(part as Set<unknown>);
  if (Array.isArray(part)) return part.map(copied);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, copied(inner)]));
}
