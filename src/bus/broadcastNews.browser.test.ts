import { expect, test } from 'vitest';
import { broadcastNews } from '.';

/** A list in a list in a list … */
function nested(levels: number): unknown {
  let value: unknown = [];
  for (let n = 0; n < levels; n++) value = [value];
  return value;
}

test('[BUS4] news crosses a real BroadcastChannel; what is not news is not heard', async () => {
  const name = `news-test-${performance.now()}`;
  const here = broadcastNews(name);
  const there = broadcastNews(name);
  const stranger = new BroadcastChannel(name);
  const heard: number[] = [];
  const third = new Promise<void>((resolve) => {
    there.listen((item) => {
      heard.push(item.position);
      if (item.position === 3) resolve();
    });
  });
  here.announce({ world: 'w', position: 1, topics: ['order_events'] });
  for (const junk of [
    'hello',
    null,
    { world: 'w', position: -1, topics: [] },
    { world: 'w', position: 2, topics: [], events: [] },
    JSON.parse('{"world":"w","position":2,"topics":[],"__proto__":{"position":2}}') as unknown,
    { world: 'w'.repeat(65), position: 2, topics: [] },
    { world: 'w', position: 2, topics: Array(1000).fill('order_events') },
    nested(100),
  ]) {
    stranger.postMessage(junk);
  }
  stranger.postMessage({ world: 'w', position: 3, topics: [] });
  await third;
  expect(heard).toEqual([1, 3]);
  for (const channel of [here, there, stranger]) channel.close();
});
