/** Where other apps hand things in: an address under the app's own path, answered by its service worker alone. */
export const sharePath = 'share-target';

/** The cache in which the service worker lays down what was shared until a page has shown it. Its name carries the app's path. */
export function shareDoor(scope: string): string {
  return `common-ground${new URL(scope).pathname}:shared`;
}

/** Why something that was shared was not kept. It stands in the address of the page that opens then. */
export const refusals = {
  'too-large': 'It was larger than what can be shared with the shop. Pick the file on the Data screen instead.',
  'too-many': 'Too much that was shared before is still waiting. Take it in or put it away, then share this again.',
  'not-kept': 'The browser could not keep it, perhaps because the disk is full. Free some space, then share it again.',
} as const;

export type Refusal = keyof typeof refusals;
