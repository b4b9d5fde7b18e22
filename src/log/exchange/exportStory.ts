import type { EventId, Ref } from '../../contracts';
import { AppError } from '../../kernel';
import { lastPosition, type Commit } from '../Commit';
import type { Log } from '../openLog';
import { refsOf } from '../verify';
import { cloudEventText } from './cloudEvent';
import { momentOf } from './exportLines';
import type { Watched } from './exportWorld';
import { lineChain } from './lineChain';

/**
 * One story of a world as a text of lines: every commit that holds an event of it, whole, so that its seal can be checked by itself, with the texts
 * it refers to. Between its commits others stand, which are not in it: that nothing of the story is left out does not follow from the file. It is no
 * world and cannot be imported.
 * @throws InvalidInput when there is no such story, Cancelled when the signal fires.
 */
export async function* exportStory(
  log: Log,
  story: EventId,
  { signal, onProgress }: Watched = {},
): AsyncGenerator<string> {
  const row = await log.refresh();
  const positions = (await log.find({ correlation: story })).map((event) => event.position);
  if (positions.length === 0) throw new AppError('InvalidInput', 'There is no such story in this world.');
  const chain = lineChain();
  let [events, commits, texts, done] = [0, 0, 0, 0];
  const known = new Set<Ref>();

  yield chain.write({
    line: 'header',
    format: 'common-ground-story',
    version: 1,
    world: row.id,
    name: row.name,
    story,
    created: momentOf(row.createdAt),
  });
  for (const position of positions) {
    if (signal?.aborted) throw new AppError('Cancelled', `The export was stopped at position ${position}.`);
    if (position <= done) continue;
    const [commit] = (await log.storedCommits(position - 1, 1)) as [Commit];
    const { first, previous, hash } = commit;
    yield chain.write({ line: 'commit', first, events: commit.events.length, previous, hash });
    for (const event of commit.events) yield chain.writeText(cloudEventText(event, commit));
    for (const ref of commit.events.flatMap(refsOf)) {
      const side = known.has(ref) ? null : await log.side(ref);
      known.add(ref);
      if (!side) continue;
      texts += 1;
      yield chain.write({ line: 'text', ref, subject: side.subject, salt: side.salt, text: side.text });
    }
    [events, commits, done] = [events + commit.events.length, commits + 1, lastPosition(commit)];
    onProgress?.(position, positions.at(-1) ?? position);
  }
  yield chain.write({
    line: 'seal',
    events,
    commits,
    texts,
    readers: 0,
    head: row.head,
    headhash: row.headHash,
    sha256: chain.sha256(),
  });
}
