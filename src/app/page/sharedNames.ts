import type { SharedNames } from '../world';

/** Names that carry the app's path: two copies on one origin do not meet by accident. */
export function sharedNames(baseUri: string): SharedNames {
  const { pathname } = new URL('.', baseUri);
  const name = `common-ground${pathname}`;
  return { database: name, lock: name, channel: name };
}
