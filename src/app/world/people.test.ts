import { expect, test } from 'vitest';
import type { Ref, WorldEvent } from '../../contracts';
import { openPeople } from './people';

const registered = (customerId: string) =>
  ({ type: 'CustomerRegistered', data: { customerId, profile: customerId as Ref } }) as unknown as WorldEvent;

test('[WLD4] a text beside the log that is no profile leaves a customer without a name, and the others have theirs', async () => {
  const texts: Readonly<Record<string, string>> = {
    'c-1': 'no JSON',
    'c-2': '{"name":"x","address":"a@b","__proto__":{}}',
    'c-3': '['.repeat(100_000),
    'c-4': '{"name":{},"address":[]}',
    'c-5': '{"name":"\u202egpj.ana","address":"Ana@Example.org"}',
  };
  const people = openPeople({ texts: async (refs) => refs.map((ref) => texts[ref] ?? null) }, () => undefined);
  for (const id of Object.keys(texts)) people.notice(registered(id));
  await people.settled();
  expect({ ...people.names }).toEqual({ 'c-5': 'gpj.ana' });
  expect(people.customerOf('ana@example.org')).toBe('c-5');
  expect(people.customerOf('a@b')).toBeNull();
});
