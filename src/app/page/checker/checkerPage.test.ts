import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { exportStory, exportWorld } from '../../../log';
import { smallLog } from '../../../log/exchange/exports.suite';

interface Place {
  textContent: string;
  dataset: Record<string, string>;
  appendChild<T>(child: T): T;
}

/** Runs the checker's script over some lines, with as much of a page as it asks for. */
function checked(lines: string): { state: string | undefined; result: string; seal: string } {
  const places = new Map<string, Place>();
  const place = (textContent = ''): Place => ({ textContent, dataset: {}, appendChild: (child) => child });
  places.set('lines', place(lines));
  const document = {
    getElementById(id: string) {
      const known = places.get(id) ?? place();
      places.set(id, known);
      return known;
    },
    createElement: () => place(),
  };
  const script = readFileSync(new URL('./checker.js', import.meta.url), 'utf8');
  new Script(script).runInContext(createContext({ document, TextEncoder }));
  const result = places.get('result');
  return {
    state: result?.dataset['state'],
    result: result?.textContent ?? '',
    seal: places.get('seal')?.textContent ?? '',
  };
}

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

describe('the checker that an export can carry', () => {
  it('[CHK1] it finds an export intact, and names its seal', async () => {
    const log = await smallLog();
    const { state, result, seal } = checked(await textOf(exportWorld(log)));
    expect({ state, result }).toMatchObject({ state: 'intact' });
    expect(seal).toContain(log.world().headHash);
  });

  it('[CHK2] every line that is edited, taken out or doubled is found', async () => {
    const lines = (await textOf(exportWorld(await smallLog()))).split('\n').slice(0, -1);
    for (const n of lines.keys()) {
      const line = lines[n] ?? '';
      const at = Math.floor(line.length / 2);
      const edited = line.slice(0, at) + (line[at] === '7' ? '8' : '7') + line.slice(at + 1);
      for (const instead of [[], [edited], [line, line]]) {
        const { state } = checked(`${lines.toSpliced(n, 1, ...instead).join('\n')}\n`);
        expect(state).toBe('bad');
      }
    }
  });

  it('[CHK3] one story is exported with its whole commits, and checked by the seal of each', async () => {
    const log = await smallLog();
    const [event] = await log.read(1, 1);
    const text = await textOf(exportStory(log, event!.correlationId));
    expect(checked(text)).toMatchObject({ state: 'intact' });
    expect(checked(text).result).toContain('one story');
    expect(checked(text.replace('"position":', '"position": '))).toMatchObject({ state: 'bad' });
    await expect(textOf(exportStory(log, 'nobody' as never))).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});
