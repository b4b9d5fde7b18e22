import { expect, test } from 'vitest';
import { contractOf, eventTypes, topics, type Contract } from '../../src/contracts';
import { euros } from '../../src/kernel';

// `npx vitest run --project node tests/architecture/eventsDoc.test.ts -u` writes it anew.
test('docs/events.md is what the contracts say', async () => {
  await expect(eventsDoc()).toMatchFileSnapshot('../../docs/events.md');
});

function eventsDoc(): string {
  const byTopic = topics.map((topic) => {
    const rows = eventTypes.map(contractOf).filter((contract) => contract.topic === topic);
    return [`## ${topic}`, '', ...rows.flatMap(section)].join('\n');
  });
  const counts = ['proposal', 'fact', 'record'].map(
    (kind) => `${eventTypes.filter((type) => contractOf(type).kind === kind).length} ${kind}s`,
  );
  return [
    '# Events',
    '',
    'Generated from `src/contracts`; do not edit by hand. Every message of the shop, by topic: ' +
      counts.join(', ') +
      '.',
    'A proposal is answered exactly once: by one of the facts it names, or by its refusal. A proposal with a basis is refused with',
    'rule `stale-basis` when one of the facts under "stale after" came in between.',
    '',
    ...byTopic,
  ].join('\n');
}

function section(contract: Contract): string[] {
  const { type, kind, version, publishedBy, answeredBy } = contract;
  const data: unknown = contract.schema.parse(contract.example);
  const stale = contract.staleIf?.(data) ?? [];
  return [
    `### ${type}`,
    '',
    `${kind}, version ${version}, published by ${publishedBy.join(', ')}`,
    ...(answeredBy
      ? [
          `answered by ${answeredBy.owner} with ${answeredBy.accepted.join(' or ')}, or refused with ${answeredBy.refused}`,
        ]
      : []),
    `tags of the example: ${contract.tags(data).join(', ')}`,
    ...(stale.length > 0 ? [`stale after: ${stale.map((one) => `${one.type} on ${one.tag}`).join(', ')}`] : []),
    `says: “${contract.says(data, euros)}”`,
    '',
    '```json',
    JSON.stringify(contract.example),
    '```',
    '',
  ].flatMap((line, index, lines) => (index > 1 && index < lines.length - 5 ? [`- ${line}`] : [line]));
}
