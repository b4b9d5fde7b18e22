import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Gzipped bytes of all JavaScript that the page, and the threads it starts, load before anything is asked of them.
 * @param {string} dist
 */
export function sizes(dist) {
  const assets = join(dist, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const page = closure(
    assets,
    [...html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map((match) => match[1] ?? ''),
  );
  const workers = closure(
    assets,
    // The others start when somebody asks for the lab, an import or a model.
    names.filter((name) => /^(world|agent)\.worker-/.test(name)),
  );
  return { pageJs: gzipped(assets, page), workersJs: gzipped(assets, workers) };
}

/**
 * These files and all that they import statically.
 * @param {string} folder
 * @param {string[]} entries
 */
function closure(folder, entries) {
  const found = new Set(entries);
  for (const name of found) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, file = ''] of text.matchAll(/(?:^|[;\n}])import(?:[^'"()]*?from)?\s*["']\.\/([^"']+\.js)["']/g))
      found.add(basename(file));
  }
  return found;
}

/** @param {string} folder @param {Iterable<string>} names */
function gzipped(folder, names) {
  return [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}
