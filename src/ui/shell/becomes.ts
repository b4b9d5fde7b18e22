const byEnding: readonly (readonly [ending: string, becomes: string])[] = [
  ['.eml', 'a mail to the shop'],
  ['.mbox', 'a mailbox: each of its mails goes to the shop'],
  ['.ndjson', 'an exported world: it is checked first'],
  ['.json', 'an exported world, if it is one: it is checked first'],
];

/** What a file of this name becomes when it is taken in, in words. */
export function becomes(name: string): string {
  const found = byEnding.find(([ending]) => name.toLowerCase().endsWith(ending));
  return found?.[1] ?? 'read as a mail, and refused in words if it is none';
}
