import { expect, test } from 'vitest';
import { prebuiltModels } from '../../llm/engines/webllm';
import { originsOf } from './hubs';
import { parseMirror } from './mirror';
import { whereFrom } from './whereFrom';

const app = 'https://school.example/shop/';

test('[PACK6] a mirror is a folder that a models’ thread may be let reach, or one beside this app', () => {
  expect(parseMirror('models', app)).toBe('https://school.example/shop/models/');
  expect(parseMirror('https://files.example/llm/', app)).toBe('https://files.example/llm/');
  expect(parseMirror('http://localhost:8080/x', app)).toBe('http://localhost:8080/x/');
  for (const bad of [
    'http://files.example/',
    'https://a:b@files.example/',
    'https://x/?a=1',
    'blob:x',
    `https://x/${'a'.repeat(600)}`,
  ])
    expect(() => parseMirror(bad, app), bad).toThrow(/address of a folder/);
});

test('[PACK6] with a mirror only the mirror is asked, without one the makers’ servers', () => {
  const [model] = prebuiltModels;
  if (!model) throw new Error('Expected a model.');
  const mirrored = whereFrom(model, 'https://files.example/llm/');
  expect(mirrored).toEqual([
    `https://files.example/llm/${model.name}/`,
    `https://files.example/llm/${model.name}/${model.library}`,
  ]);
  expect([...new Set(mirrored.flatMap(originsOf))]).toEqual(['https://files.example']);
  expect(whereFrom(model, null).flatMap(originsOf)).toEqual([
    'https://huggingface.co',
    'https://*.huggingface.co',
    'https://*.hf.co',
    'https://raw.githubusercontent.com',
  ]);
});
