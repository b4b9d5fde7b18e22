import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((room) => readdirSync(`src/${room}`).some((file) => !file.endsWith('.d.ts')));

test('there are rooms', () => {
  expect(rooms).toContain('app');
});

describe.each(rooms)('%s', (room) => {
  test('has one door, which names what it hands out; a worker is a door itself and fits on a screen', () => {
    if (room === 'workers') {
      for (const file of readdirSync('src/workers').filter((name) => name.endsWith('.ts'))) {
        expect(file).toMatch(/\.worker\.ts$/);
        expect(readFileSync(`src/workers/${file}`, 'utf8').split('\n').length, file).toBeLessThan(20);
      }
      return;
    }
    const door = `src/${room}/index.ts`;
    expect(existsSync(door), `${door} exists`).toBe(true);
    expect(readFileSync(door, 'utf8')).not.toMatch(/^\s*export\s*\*/m);
  });

  test('says in at most ten lines what it is for', () => {
    const page = `src/${room}/README.md`;
    expect(existsSync(page), `${page} exists`).toBe(true);
    const lines = readFileSync(page, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(10);
  });
});
