import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, resolveConfig } from 'vite';

/** @typedef {{ origin: string, dist: string, bytesOf: (url: string) => number, close: () => void }} ShopServer */
/** @typedef {{ body: Buffer, headers: Record<string, string> }} Served */
/** @typedef {(path: string) => Record<string, string>} HeadersOf */

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
});

/**
 * Builds the app and the benchmark's own pages into a temporary folder and serves both from one origin, gzipped and cacheable for ten
 * minutes, as a static host does. The app has the headers of `npm start` and one more, which makes the page's memory measurable.
 * @returns {Promise<ShopServer>}
 */
export async function serveShop() {
  const scratch = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  const [dist, pages] = [join(scratch, 'app'), join(scratch, 'pages')];
  await build({ logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  const configFile = join(import.meta.dirname, 'page', 'vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: pages, emptyOutDir: true } });

  const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const { plugins } = await resolveConfig({}, 'serve');
  /** @type {HeadersOf} */
  const headersOf = plugins.find(({ name }) => name === 'send-headers')?.api.headersOf;
  const served = new Map([
    ...filesOf(dist, '/', (path) => ({ ...headersOf(path), ...isolated })),
    ...filesOf(pages, '/bench/', () => isolated),
  ]);
  if (!served.get('/index.html')?.headers['Content-Security-Policy'])
    throw new Error('Expected the page to be served with the headers of `npm start`, found none.');
  const server = createServer((request, response) => {
    const file = served.get(pathOf(request.url ?? '/'));
    response.writeHead(file ? 200 : 404, file?.headers).end(file?.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('Expected a port to serve on, found none.');
  return {
    origin: `http://localhost:${address.port}`,
    dist,
    bytesOf: (url) => served.get(pathOf(new URL(url).pathname))?.body.length ?? 0,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** @param {string} url */
function pathOf(url) {
  return url.replace(/\?.*/, '').replace(/\/$/, '/index.html');
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {HeadersOf} headersOf
 * @returns {[string, Served][]}
 */
function filesOf(folder, base, headersOf) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    const type = types[extname(name)];
    const body = readFileSync(file);
    const path = base + file.slice(folder.length + 1).replaceAll(sep, '/');
    return [
      path,
      {
        body: type ? gzipSync(body) : body,
        headers: {
          ...headersOf(path),
          'Cache-Control': 'max-age=600',
          'Content-Type': type ?? 'application/octet-stream',
          ...(type ? { 'Content-Encoding': 'gzip' } : {}),
        },
      },
    ];
  });
}
