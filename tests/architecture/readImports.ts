import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IModule } from 'dependency-cruiser';
import ts from 'typescript';

/** One file of the house that reaches for another, or for a package. Files are named from `src/` on: `log/index.ts`. */
export interface Import {
  from: string;
  to: string;
  kind: 'file' | 'package' | 'unresolved';
  typeOnly: boolean;
}

/** Every file under `root` and every import in it: static, dynamic, type-only, in `.svelte` files, by worker URL. */
export async function readImports(root: string): Promise<{ files: string[]; imports: Import[] }> {
  const result = await cruise(
    [root],
    { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: 'specify' },
    {
      extensions: ['.ts', '.svelte', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'svelte', 'default'],
    },
  );
  const modules = (result.output as ICruiseResult).modules.filter((module) => module.source.startsWith(`${root}/`));
  const known = new Set(modules.map((module) => module.source));
  const imports = modules.flatMap((module) => [...seenByCruiser(module), ...unseenByCruiser(module.source, known)]);
  const inside = (path: string): string => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path);
  return {
    files: [...known].map(inside),
    imports: imports.map((found) => ({ ...found, from: inside(found.from), to: inside(found.to) })),
  };
}

function seenByCruiser(module: IModule): Import[] {
  return module.dependencies.map((dependency) => {
    const isFile = dependency.dependencyTypes.includes('local');
    const kind = dependency.couldNotResolve ? 'unresolved' : isFile ? 'file' : 'package';
    const typeOnly = dependency.dependencyTypes.some((type) => type === 'type-only' || type === 'type-import');
    // The cruiser takes `node:` off.
    const name = dependency.dependencyTypes.includes('core') ? `node:${dependency.module}` : dependency.module;
    return { from: module.source, to: isFile ? dependency.resolved : name, kind, typeOnly };
  });
}

/** The cruiser reads compiled Svelte, where types are gone, and takes `new URL('./x', import.meta.url)` for mere data. */
function unseenByCruiser(from: string, known: ReadonlySet<string>): Import[] {
  const text = readFileSync(from, 'utf8');
  const urls = [...text.matchAll(/new URL\(\s*['"`]([^'"`]+)['"`],\s*import\.meta\.url/g)].map(
    (match) => match[1] ?? '',
  );
  const inScripts = from.endsWith('.svelte') ? scripts(text).flatMap(importedNames) : [];
  return [
    ...urls.map((name) => ({ name, typeOnly: false })),
    ...inScripts.map((name) => ({ name, typeOnly: true })),
  ].map(({ name, typeOnly }) => ({ from, typeOnly, ...resolve(from, name, known) }));
}

function scripts(svelte: string): string[] {
  return [...svelte.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
}

function importedNames(script: string): string[] {
  return ts.preProcessFile(script).importedFiles.map((file) => file.fileName);
}

function resolve(from: string, name: string, known: ReadonlySet<string>): Pick<Import, 'to' | 'kind'> {
  if (!name.startsWith('.')) return { to: name, kind: 'package' };
  const path = posix.join(dirname(from), name.replace(/\?.*$/, ''));
  const found = [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate));
  return found ? { to: found, kind: 'file' } : { to: path, kind: /\.\w+$/.test(path) ? 'file' : 'unresolved' };
}
