import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../src/kernel';
import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { webllmLibrary } from '../../src/llm/engines/webllmLibrary';
import { keepPack } from '../../src/app/llm/keepPack';
import { cardOf, listShelf, removeFromShelf } from '../../src/app/llm/modelShelf';
import { addressesOf, keptFile } from '../../src/app/llm/packCache';
import { cardOfFiles, cardOfPrebuilt } from '../../src/app/llm/packOf';
import { filesAt, filesHere } from '../../src/app/llm/packSource';
import { filesOfTar, tarOf } from '../../src/app/llm/packTar';
import type { PackCard } from '../../src/app/llm/modelCard';
import { tinyPack } from './tinyPack';

const never = new AbortController().signal;
const watch = { signal: never, onProgress: () => undefined };
const blobs = (files: Iterable<[string, Uint8Array<ArrayBuffer>]>) =>
  new Map([...files].map(([name, bytes]) => [name, new Blob([bytes])]));
const program = 'tiny-q4f32_1-webgpu.wasm';

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { id } of await listShelf()) await removeFromShelf(id);
});

/** A hub that has these files, and counts what it is asked for. */
function hub(files: Map<string, Uint8Array<ArrayBuffer> | (() => Response | Promise<Response>)>) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const name = new URL(input as string).pathname.split('/').at(-1) ?? '';
    asked.push(name);
    const file = files.get(name);
    if (!file) return new Response('no', { status: 404 });
    if (typeof file === 'function') return file();
    return new Response(file, { headers: { 'content-length': String(file.length) } });
  });
  return { asked };
}
const fromHub = filesAt((name) => `https://hub.example/tiny/${name}`);
const fresh = async (): Promise<PackCard> => ({
  ...(await cardOfFiles(blobs(tinyPack()), 'Tiny-q4f32_1-MLC')),
  url: 'https://hub.example/tiny/',
  programUrl: `https://hub.example/tiny/${program}`,
});
const inCaches = async () => {
  const names = ['webllm/config', 'webllm/wasm', 'webllm/model'];
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => url);
};

test('[PACK1] a model of many files is kept where the library finds it, under a host that cannot exist', async () => {
  hub(tinyPack());
  const done: number[] = [];
  const card = await keepPack(await fresh(), fromHub, { signal: never, onProgress: (now) => done.push(now.done) });
  expect(card.id).toBe('pack:tiny-q4f32_1-mlc');
  expect(card.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  const { folder, program: library } = addressesOf(card);
  const record = { model: folder, model_id: card.id, model_lib: library };
  expect(await webllmLibrary.hasModelInCache(card.id, { model_list: [record] })).toBe(true);
  for (const url of await inCaches()) expect(url).toMatch(/^https:\/\/pack\.invalid\//);
  expect((await listShelf())[0]?.here).toBe(card.bytes);
  await removeFromShelf(card.id);
  expect([await inCaches(), await listShelf()]).toEqual([[], []]);
});

const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
const changed = (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(bytes).fill(9, 10, 20);
const shard = 'params_shard_1.bin';

describe('[PACK2] what is not whole or not what it should be is found out before it is kept', () => {
  const whole = tinyPack();
  const bytes = whole.get(shard) ?? new Uint8Array();
  test.each<[string, string, Uint8Array<ArrayBuffer> | (() => Response) | null, string, RegExp]>([
    ['a page in place of weights', shard, page, 'ModelCorrupt', /sent a page/],
    ['a page that says it is weights', shard, () => new Response('<!doctype html>'), 'ModelCorrupt', /15 bytes.*<!doc/],
    ['weights cut off', shard, bytes.slice(0, -1), 'ModelCorrupt', /49999 bytes/],
    ['weights with more behind them', shard, new Uint8Array([...bytes, 1]), 'ModelCorrupt', /longer/],
    ['other weights', shard, changed(bytes), 'ModelCorrupt', /MD5/],
    ['weights that are not there', shard, null, 'DownloadFailed', /no params_shard_1/],
    ['a server that has no time', shard, () => new Response('', { status: 503 }), 'DownloadFailed', /503/],
    ['no program', program, new TextEncoder().encode('<!doctype html>'), 'ModelCorrupt', /no program/],
    ['no list', 'tensor-cache.json', new TextEncoder().encode('{"records":[]}'), 'ModelCorrupt', /records/],
    [
      'a list that leads out of its folder',
      'tensor-cache.json',
      new TextEncoder().encode(JSON.stringify({ records: [{ dataPath: '../x', nbytes: 1, md5sum: '0'.repeat(32) }] })),
      'ModelCorrupt',
      /dataPath/,
    ],
    ['no configuration', 'mlc-chat-config.json', new TextEncoder().encode('{'), 'ModelCorrupt', /not JSON/],
  ])('%s', async (_what, name, body, code, because) => {
    const files = new Map<string, Uint8Array<ArrayBuffer> | (() => Response)>(whole);
    if (body) files.set(name, body);
    else files.delete(name);
    hub(files);
    await expect(keepPack(await fresh(), fromHub, watch)).rejects.toMatchObject({
      name: code,
      message: expect.stringMatching(because) as string,
    });
    const { folder } = addressesOf(await fresh());
    expect(await inCaches()).not.toContain(`${folder}tensor-cache.json`);
    if (code === 'ModelCorrupt') expect([await inCaches(), await listShelf()]).toEqual([[], []]);
  });

  test('more than the browser has space for', async () => {
    hub(tinyPack());
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 10, quota: 1000 });
    await expect(keepPack(await fresh(), fromHub, watch)).rejects.toMatchObject({ name: 'ModelTooBig' });
    expect([await inCaches(), await listShelf()]).toEqual([[], []]);
  });

  test('a disk that is full in the middle, and the way on when it is not', async () => {
    hub(tinyPack());
    const put = Cache.prototype.put;
    vi.spyOn(Cache.prototype, 'put').mockImplementation(function (this: Cache, url, response) {
      if (typeof url === 'string' && url.includes(shard))
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      return put.call(this, url, response);
    });
    await expect(keepPack(await fresh(), fromHub, watch)).rejects.toMatchObject({ name: 'ModelTooBig' });
    vi.restoreAllMocks();
    hub(tinyPack());
    const card = await cardOf((await fresh()).id);
    expect((await keepPack(card as PackCard, fromHub, watch)).sha256).not.toBeNull();
  });
});

test('[PACK3] a connection that is cut is taken up again, and what is here is not asked for twice', async () => {
  const files = new Map<string, Uint8Array<ArrayBuffer> | (() => Response | Promise<Response>)>(tinyPack());
  let cuts = 0;
  files.set(shard, () => {
    cuts += 1;
    if (cuts <= 2) return Promise.reject(new TypeError('network'));
    return new Response(tinyPack().get(shard));
  });
  const { asked } = hub(files);
  await keepPack(await fresh(), fromHub, watch);
  expect(asked.filter((name) => name === shard).length).toBe(3);
  expect(asked.filter((name) => name === 'params_shard_0.bin').length).toBe(1);
  expect(asked.filter((name) => name === program).length).toBe(1);
});

test('[PACK3] stopped and begun again, also in another tab, it goes on from where it was', async () => {
  const { asked } = hub(tinyPack());
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => void (done > 60_000 && stop.abort());
  const stopped = keepPack(await fresh(), fromHub, { signal: stop.signal, onProgress });
  await expect(stopped).rejects.toMatchObject({ name: 'Cancelled' });
  const card = (await cardOf((await fresh()).id)) as PackCard;
  expect(card.sha256).toBeNull();
  expect((await keepPack(card, fromHub, watch)).sha256).not.toBeNull();
  expect(asked.filter((name) => name === 'params_shard_0.bin').length).toBe(1);
});

test('[PACK4] a model whose hashes this app knows must have them, file by file', async () => {
  const files = tinyPack();
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256Hex(bytes)]));
  hub(files);
  expect((await keepPack(await fresh(), fromHub, watch, hashes)).sha256).not.toBeNull();
  await removeFromShelf((await fresh()).id);
  const wrong = keepPack(await fresh(), fromHub, watch, { ...hashes, [program]: '0'.repeat(64) });
  await expect(wrong).rejects.toMatchObject({
    name: 'ModelCorrupt',
    message: expect.stringMatching(/SHA-256/) as string,
  });
  expect(await inCaches()).toEqual([]);
  // Only such a one is kept under its makers' own address.
  const known = { ...cardOfPrebuilt('SmolLM2-360M-Instruct-q4f32_1-MLC', 'https://x.example/', 'https://x.example/p') };
  expect(known.id).toBe('pack:smollm2-360m-instruct-q4f32_1-mlc');
  const theirs = prebuiltAppConfig.model_list.find(({ model_id: id }) => id === known.name);
  expect(addressesOf({ ...known, id: 'smollm2-360m-instruct-q4f32_1-mlc' })).toEqual({
    folder: `${theirs?.model}/resolve/main/`,
    program: theirs?.model_lib,
  });
});

test('[PACK5] a whole model becomes one file, and another device takes it, whatever it calls itself', async () => {
  const here = filesHere(blobs(tinyPack()));
  const card = await keepPack(await cardOfFiles(blobs(tinyPack()), 'Tiny-q4f32_1-MLC'), here, watch);
  const archive = await tarOf(card);
  await removeFromShelf(card.id);
  const files = await filesOfTar(archive);
  expect([...files.keys()].toSorted()).toEqual(['pack.json', ...tinyPack().keys()].toSorted());
  const again = await keepPack(await cardOfFiles(files, ''), filesHere(files), watch);
  expect(again).toEqual(card);
  expect(await (await keptFile(again, shard))?.arrayBuffer()).toEqual(tinyPack().get(shard)?.buffer);
  await expect(filesOfTar(archive.slice(0, 70_000))).rejects.toMatchObject({ name: 'ModelCorrupt' });
  await expect(filesOfTar(new Blob(['<!doctype html>'.repeat(100)]))).rejects.toMatchObject({ name: 'ModelCorrupt' });
  const without = new Map(blobs(tinyPack()));
  without.delete(program);
  await expect(cardOfFiles(without, 'x')).rejects.toMatchObject({ message: expect.stringMatching(/\.wasm/) as string });
  await expect(cardOfFiles(new Map(), 'x')).rejects.toMatchObject({ name: 'ModelCorrupt' });
});
