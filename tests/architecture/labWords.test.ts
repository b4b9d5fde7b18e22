import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressOf, parsePlace } from '../../src/ui/shared/place';
import { examIds } from '../../src/lab';
import { examWords } from '../../src/ui/lab/words/exam';
import { lessonIds, lessonWords } from '../../src/ui/lab/words/lessons';
import type { Pointer } from '../../src/ui/lab/words/LessonWords';
import { takeaways } from '../../src/ui/lab/words/takeaways';

const isThere = (pointer: Pointer): boolean => {
  if ('path' in pointer) return existsSync(pointer.path);
  const { screen, part } = parsePlace(pointer.href);
  return addressOf({ screen, part }) === pointer.href;
};

describe('[LAB4] what the lab says', () => {
  test.each(lessonIds)('the lesson "%s" leads to places that are there, and has all a teacher needs', (id) => {
    const words = lessonWords[id];
    expect(words.pointers.filter((pointer) => !isThere(pointer))).toEqual([]);
    expect(words.minutes).toBeGreaterThan(0);
    expect(words.options[words.right]).toBeTruthy();
    expect(words.teacher).toMatch(/Expected/);
  });

  test('each takeaway has its lesson, a place in the app and a place in the code', () => {
    expect(takeaways.map(({ says }) => says.split(/[:;,.]/)[0])).toEqual(
      expect.arrayContaining(['Embrace events', 'Define clear state ownership', 'Agents observe and propose']),
    );
    for (const { lesson, pointers } of takeaways) {
      expect(lessonIds).toContain(lesson);
      expect(pointers.filter((pointer) => !isThere(pointer))).toEqual([]);
      expect(pointers.some((pointer) => 'href' in pointer)).toBe(true);
      expect(pointers.some((pointer) => 'path' in pointer)).toBe(true);
    }
  });

  test('each task of the exam has its words', () => {
    expect(Object.keys(examWords)).toEqual([...examIds]);
  });
});

test('[LAB7] the store without owners is used nowhere but in the lab', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
  const users = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('unfilteredStore'));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !file.startsWith('lab/'))).toEqual([]);
});
