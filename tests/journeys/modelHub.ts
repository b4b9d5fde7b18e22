import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tinyPack } from '../models/tinyPack';

/** A model that the screen offers, whose files here are those of a tiny one. */
export const offered = 'SmolLM2-360M-Instruct-q4f32_1-MLC';
const program = 'SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm';

/** A file of its folder; undefined when it has none of that name. */
export const packedFile = (name: string) => tinyPack().get(name === program ? 'tiny-q4f32_1-webgpu.wasm' : name);

/** A server of models as they are found: some whole, some cut off, some no models at all. */
export async function openHub(tiny: Buffer) {
  const ranges: string[] = [];
  const asked: string[] = [];
  let isSlow = true;
  const timesAsked = (path: string) => asked.filter((one) => one === path).length;
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range, If-Range');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Length, Content-Range');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    asked.push(pathname);
    const send = (bytes: Buffer, type = 'application/octet-stream') => {
      const range = request.headers.range;
      if (range) ranges.push(range);
      const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
      const rest = bytes.subarray(from);
      const headers = { 'Content-Type': type, 'Content-Length': String(rest.length), ETag: '"one"' };
      response.writeHead(range ? 206 : 200, headers);
      return rest;
    };
    const ofPack = new RegExp(`^/packs/${offered}/(.+)$`).exec(pathname)?.[1];
    const packed = ofPack && packedFile(ofPack);
    if (packed) return void response.end(send(Buffer.from(packed)));
    switch (pathname) {
      case '/page.gguf':
        return void response.end(send(Buffer.from('<!doctype html><title>Sign in</title>'), 'text/html'));
      case '/liar.gguf':
        return void response.end(send(Buffer.from('<!doctype html><title>Sign in</title>')));
      case '/short.gguf':
        return void response.end(send(tiny.subarray(0, tiny.length - 100)));
      case '/cut.gguf': {
        const rest = send(tiny);
        // Twice the connection dies in the middle.
        if (timesAsked(pathname) > 2) return void response.end(rest);
        return void response.write(rest.subarray(0, Math.floor(rest.length / 3)), () => response.socket?.end());
      }
      case '/slow.gguf': {
        const rest = send(tiny);
        if (!isSlow) return void response.end(rest);
        return void response.write(rest.subarray(0, 64 * 1024));
      }
      default:
        return void response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return { server, address, ranges, asked: timesAsked, hurry: () => void (isSlow = false) };
}
