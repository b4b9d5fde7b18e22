import type { Import } from './readImports';

/** The plan of the house: for each room, the doors it may open. */
export interface ImportPlan {
  rooms: Record<string, Doors>;
  /** Where a package may be imported, by the beginning of the file's path. Packages not named here are free. */
  packages: Record<string, readonly string[]>;
}

export interface Doors {
  rooms: readonly string[] | 'all';
  /** Also these, for `start….ts` files and whatever is in `runner/`: the shell around a pure core. */
  runner?: readonly string[];
  /** Also these, by `import type` only. */
  types?: readonly string[];
  /** Folders in this room that never import each other, but for these shared ones. */
  apartBut?: readonly string[];
}

/** Each import that the plan does not allow, in words. Tests (`.test.ts`, `.suite.ts`) may import what they like. */
export function findBreaches(imports: readonly Import[], plan: ImportPlan): string[] {
  const ofCode = imports.filter((found) => !isTest(found.from));
  return [...new Set([...ofCode.flatMap((found) => judge(found, plan)), ...cycles(ofCode)])].toSorted();
}

function judge(found: Import, plan: ImportPlan): string[] {
  const breach = (why: string): string[] => [`${found.from} → ${found.to}: ${why}`];
  if (found.kind === 'unresolved') return breach('there is no such file');
  if (found.kind === 'package') return judgePackage(found, plan).flatMap(breach);
  if (isTest(found.to)) return breach('a test is not for use');
  return judgeFile(found, plan).flatMap(breach);
}

function judgePackage({ from, to }: Import, plan: ImportPlan): string[] {
  if (to.startsWith('node:')) return ['the house runs in a browser'];
  const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/');
  const allowed = plan.packages[name];
  if (!allowed || allowed.some((place) => from.startsWith(place))) return [];
  return [`${name} is only for ${allowed.join(', ')}`];
}

function judgeFile({ from, to, typeOnly }: Import, plan: ImportPlan): string[] {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (!target) return ['outside all rooms'];
  const doors = plan.rooms[room];
  if (!doors) return [`the plan has no room ${room}`];
  if (room === target) return apart(from, to, doors) ? ['these never import each other'] : [];

  const isEntry = room === 'app' && /^workers\/[^/]+\.worker\.ts$/.test(to);
  // `app` has one door for each thread: `app/world`, `app/agent`, `app/page`.
  const isThreadDoor = room === 'workers' && /^app\/[^/]+\/index\.ts$/.test(to);
  // The lab plays the shop's own world in simulated time: that one file, which knows no thread and no page.
  const isWorldOfLab = room === 'lab' && to === 'app/world/startWorld.ts';
  if (isWorldOfLab) return [];
  // The pure rooms open `log` without its database; who opens the database says so by a door of its own.
  const isStoreDoor = room === 'app' && to === 'log/dexie/index.ts';
  // So do the engines that bring a runtime with them: nobody loads one by opening `llm`.
  const isEngineDoor = room === 'app' && /^llm\/engines\/[^/]+\/index\.ts$/.test(to);
  if (to !== `${target}/index.ts` && !isEntry && !isThreadDoor && !isStoreDoor && !isEngineDoor)
    return [`the door of ${target} is its index.ts`];
  if (doors.rooms === 'all' || doors.rooms.includes(target)) return [];
  if (isRunner(from) && doors.runner?.includes(target)) return [];
  if (doors.types?.includes(target)) return typeOnly ? [] : [`${room} may import types only from ${target}`];
  return [`${room} may not open ${target}`];
}

function apart(from: string, to: string, { apartBut }: Doors): boolean {
  const [a, b] = [folderIn(from), folderIn(to)];
  return apartBut !== undefined && a !== b && [a, b].every((folder) => folder !== '' && !apartBut.includes(folder));
}

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '');
const folderIn = (path: string): string => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '');
const isRunner = (path: string): boolean => /\/(runner\/|start[A-Z][^/]*\.ts$)/.test(path);
const isTest = (path: string): boolean => /\.(test|suite)\.ts$/.test(path);

/** Each ring of files that import one another, types included, told once, from the file at which a walk first met it. */
function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of imports) if (kind === 'file') next.set(from, [...(next.get(from) ?? []), to]);
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) found.add(`${[...path.slice(seenAt), file].join(' → ')}: a cycle`);
    if (seenAt >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of [...next.keys()].toSorted()) walk(file, []);
  return [...found];
}
