import type { Arrival } from '../../ui';
import { readParcel } from './readParcel';
import { shareDoor } from './shareDoor';

/** Everything that was shared with the shop and that nobody has looked at yet, oldest first. It stays until `done`. */
export async function sharedParcels(scope: string): Promise<Arrival[]> {
  const door = await caches.open(shareDoor(scope));
  const arrivals: Arrival[] = [];
  for (const key of await door.keys()) {
    const kept = await door.match(key);
    if (!kept) continue;
    const done = async () => void (await door.delete(key));
    arrivals.push({ id: key.url, how: 'shared', ...(await contentOf(kept)), done });
  }
  return arrivals;
}

async function contentOf(kept: Response): Promise<Pick<Arrival, 'files' | 'title' | 'text' | 'problem'>> {
  try {
    const { title, text, url, files } = await readParcel(kept);
    return { title, text: [text, url].filter((part) => part !== '').join('\n\n'), files, problem: null };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { title: '', text: '', files: [], problem: `What was shared cannot be read: ${because}.` };
  }
}
