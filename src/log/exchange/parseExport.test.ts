import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, parseExport, verify, type ExportReport } from '..';
import { chunksOf, exported, smallLog } from './exports.suite';
import { canonicalJson, caps } from '../../kernel';
import { restock } from '../logContract.suite';
import type { ExportLine } from './exportLines';
import { lineChain } from './lineChain';

let lines: string[] = [];
beforeAll(async () => {
  lines = await exported(await smallLog());
});

const reportOf = (text: string): Promise<ExportReport> => parseExport(linesOf(chunksOf(text)));
const at = (index: number): string => lines[index] ?? '';
const changed = (index: number, ...instead: string[]): string => lines.toSpliced(index, 1, ...instead).join('');
const contentOf = (line: string): ExportLine => JSON.parse(line.replace(/,"check":"[0-9a-f]+"/, '')) as ExportLine;
/** What somebody writes who knows how checks are made, and makes all of them again. */
const rechained = (contents: readonly ExportLine[]): string => {
  const chain = lineChain();
  return contents.map((content) => chain.write(content)).join('');
};

async function expectBad(text: string, badLine: number): Promise<void> {
  const report = await reportOf(text);
  expect(report).toMatchObject({ intact: false, badLine });
  expect(report.because).toMatch(/\w{3}/);
}

describe('an export', () => {
  test('[LOG11] is intact, and says what it holds', async () => {
    const log = await smallLog();
    const { head } = await verify(log);
    expect(await reportOf(lines.join(''))).toEqual({
      intact: true,
      badLine: null,
      because: null,
      header: {
        line: 'header',
        format: 'common-ground-world',
        version: 1,
        world: 'w',
        name: 'Small “world” 🐟',
        created: '1970-01-01T00:00:00.001Z',
      },
      events: 10,
      commits: 7,
      texts: 1,
      erased: 1,
      head,
    });
  });

  test('[LOG11] every event is a CloudEvent 1.0: required attributes, extension names in lower case, scalars outside of data', () => {
    const events = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => 'specversion' in line);
    expect(events).toHaveLength(10);
    for (const event of events) {
      expect(event).toMatchObject({ specversion: '1.0', id: /./, source: /^\/worlds\/w\//, type: /./ } as never);
      for (const [name, value] of Object.entries(event)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        if (name !== 'data') expect(['string', 'number', 'boolean']).toContain(typeof value);
      }
    }
  });

  test('[LOG11] the same world gives the same bytes', async () => {
    expect(await exported(await smallLog())).toEqual(lines);
  });

  test('[LOG11] it can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(
      parseExport(
        lines.map((line) => line.trimEnd()),
        { signal: stop.signal },
      ),
    ).rejects.toMatchObject({ name: 'Cancelled' });
  });

  test('[LOG11] a wish to stop is heard while nothing has to be waited for', async () => {
    const log = await smallLog();
    for (let n = 0; n < 400; n++) await log.append({ drafts: [restock(`more-${n}`)], at: 3000 + n });
    const long = await exported(log);
    const stop = new AbortController();
    setTimeout(() => stop.abort());
    let read = 0;
    const counted = function* () {
      for (const line of long) {
        read += 1;
        yield line.trimEnd();
      }
    };
    await expect(parseExport(counted(), { signal: stop.signal })).rejects.toMatchObject({ name: 'Cancelled' });
    expect(read).toBeLessThan(long.length);
  });

  test('[LOG11] every line is canonical JSON, whichever way it was written', () => {
    for (const line of lines) {
      const content = canonicalJson(contentOf(line)).slice(0, -1);
      expect(line).toBe(`${content}${line.slice(content.length)}`);
      expect(line.slice(content.length)).toMatch(/^,"check":"[0-9a-f]{16}"\}\n$/);
    }
  });
});

describe('whatever is done to one line is found, and that line is named', () => {
  const everyLine = async (
    change: (index: number) => readonly [text: string, badLine: number] | null,
  ): Promise<number> => {
    let found = 0;
    for (const index of lines.keys()) {
      const mutation = change(index);
      if (!mutation) continue;
      await expectBad(...mutation);
      found += 1;
    }
    return found;
  };

  test('[LOG12] a line taken out', async () => {
    // Without the last line nothing stands where it stood: the end itself is bad.
    expect(await everyLine((n) => [changed(n), n + 1])).toBe(lines.length);
  });

  test('[LOG12] a line twice', async () => {
    expect(await everyLine((n) => [changed(n, at(n), at(n)), n + 2])).toBe(lines.length);
  });

  test('[LOG12] two lines swapped, next to each other or far apart', async () => {
    for (const far of [1, 2, 7]) {
      await everyLine((n) => {
        if (n + far >= lines.length) return null;
        return [
          lines
            .with(n, at(n + far))
            .with(n + far, at(n))
            .join(''),
          n + 1,
        ];
      });
    }
  });

  test('[LOG12] cut off before a line, in a line, before its line feed', async () => {
    await everyLine((n) => [lines.slice(0, n).join(''), n + 1]);
    await everyLine((n) => [lines.slice(0, n).join('') + at(n).slice(0, at(n).length >> 1), n + 1]);
    await everyLine((n) => [lines.slice(0, n).join('') + at(n).trimEnd(), n + 1]);
  });

  test('[LOG12] something put in: an empty line, a copy of another, words', async () => {
    for (const extra of ['\n', 'hello\n', '{}\n', at(0), at(4), at(lines.length - 1)]) {
      await everyLine((n) => [changed(n, extra, at(n)), extra === at(n) ? n + 2 : n + 1]);
    }
  });

  test('[LOG12] something behind the seal', async () => {
    for (const extra of ['\n', ' \n', 'x', ...lines]) await expectBad(lines.join('') + extra, lines.length + 1);
  });

  test('[LOG12] any byte changed, put in or taken out', async () => {
    const where = fc.nat({ max: 5000 });
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: lines.length - 1 }),
        where,
        fc.constantFrom('edit', 'insert', 'remove'),
        fc.nat({ max: 94 }),
        async (n, where, how, code) => {
          const line = at(n);
          const place = where % (line.length - 1);
          const sign = String.fromCharCode(32 + code);
          fc.pre(how === 'remove' || line[place] !== sign);
          const edited =
            line.slice(0, place) + (how === 'remove' ? '' : sign) + line.slice(how === 'insert' ? place : place + 1);
          fc.pre(edited !== line);
          await expectBad(changed(n, edited), n + 1);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('[LOG12] other line endings, a byte order mark, bytes that are no UTF-8', async () => {
    await expectBad(lines.join('').replaceAll('\n', '\r\n'), 1);
    await expectBad(`\ufeff${lines.join('')}`, 1);
    const bytes = new TextEncoder().encode(lines.join(''));
    bytes[at(0).length + 40] = 0xff;
    expect(await parseExport(linesOf([bytes]))).toMatchObject({ intact: false, badLine: 2 });
  });
});

describe('somebody who makes the checks anew is found by what they stand for', () => {
  const contents = (): ExportLine[] => lines.map(contentOf);
  const isEvent = (line: ExportLine) => 'specversion' in line;

  test('[LOG12] as long as nothing was changed, the file is the same', () => {
    expect(rechained(contents())).toBe(lines.join(''));
  });

  test('[LOG12] any value of any line changed', async () => {
    for (const [n, line] of contents().entries()) {
      for (const [path, value] of leavesOf(line)) {
        const forged = structuredClone(line);
        put(
          forged,
          path,
          typeof value === 'string' ? otherText(path, value) : typeof value === 'boolean' ? !value : Number(value) + 1,
        );
        const report = await reportOf(rechained(contents().with(n, forged)));
        const where = `${n + 1} ${path.join('.')} ${String(report.because)}`;
        expect(report.intact, where).toBe(false);
        if (!isEvent(line)) continue;
        const commit =
          contents().findLastIndex((one, index) => index <= n && 'line' in one && one.line === 'commit') + 1;
        expect(report.badLine, where).toBeGreaterThanOrEqual(commit);
        expect(report.badLine, where).toBeLessThanOrEqual(n + 1);
      }
    }
  });

  test('[LOG12] any line taken out, doubled or swapped with the next', async () => {
    for (const [n, line] of contents().entries()) {
      for (const forged of [contents().toSpliced(n, 1), contents().toSpliced(n, 0, line)]) {
        expect(await reportOf(rechained(forged)), `line ${n + 1}`).toMatchObject({ intact: false });
      }
      const next = contents()[n + 1];
      if (!next) continue;
      const swapped = rechained(
        contents()
          .with(n, next)
          .with(n + 1, line),
      );
      expect(await reportOf(swapped), `lines ${n + 1}, ${n + 2}`).toMatchObject({ intact: false });
    }
  });

  test.each<[string, (line: ExportLine) => object, RegExp]>([
    ['a field nobody declared', (line) => ({ ...line, extra: 1 }), /declared shape/],
    [
      'a prototype',
      (line) => JSON.parse(JSON.stringify(line).replace('{', '{"__proto__":{"a":1},')) as object,
      /__proto__/,
    ],
    [
      'a prototype inside',
      (line) => ({ ...line, data: JSON.parse('{"message":{"__proto__":{}}}') as object }),
      /__proto__/,
    ],
    ['a nest', (line) => ({ ...line, data: nested(caps.export.depth + 1) }), /nested/],
  ])('[LOG12] %s is refused before anything is made of it', async (_what, forge, words) => {
    const n = contents().findIndex(isEvent);
    const report = await reportOf(rechained(contents().with(n, forge(contents()[n] as ExportLine) as ExportLine)));
    expect(report).toMatchObject({ intact: false, badLine: n + 1 });
    expect(report.because).toMatch(words);
  });

  test('[LOG12] a line without end is given up early', async () => {
    const endless = function* () {
      for (let n = 0; n < 100; n++) yield new Uint8Array(1_000_000).fill(97);
    };
    expect(await parseExport(linesOf(endless()))).toMatchObject({ intact: false, badLine: 1 });
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function put(target: unknown, path: Path, value: unknown): void {
  const [key = '', ...rest] = path;
  const record = target as Record<string, unknown>;
  if (rest.length === 0) record[key] = value;
  else put(record[key], rest, value);
}

/** Another text of the same kind, so that it is not the shape alone that gives it away. */
function otherText(path: Path, value: string): string {
  if (/^[0-9a-f]{64}$/.test(value)) return (value.startsWith('0') ? '1' : '0') + value.slice(1);
  if (path.at(-1) === 'time' || path.at(-1) === 'created') return '2026-01-01T00:00:00.000Z';
  return `${value}x`;
}

function nested(depth: number): object {
  let value: object = {};
  for (let n = 0; n < depth; n++) value = { value };
  return value;
}
