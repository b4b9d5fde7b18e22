import { proxy } from 'comlink';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { removeFromShelf } from '../../src/app/llm/modelShelf';
import { startLlmThread } from '../../src/app/models/llmThread';
import { loadRemote } from '../../src/app/models/remoteModel';
import { modelContract } from '../../src/llm';
import { tinyGguf } from './tinyGguf';

const id = 'tiny-in-its-thread';
const nobody = () => undefined;

describe('a model of the shelf in the models’ own thread, asked over its door', () => {
  beforeAll(async () => {
    const { door, ask, end } = startLlmThread([]);
    await ask<unknown>(door.takeFile('take', id, new File([tinyGguf(1)], 'tiny.gguf'), proxy(nobody)));
    end();
  });
  afterAll(() => removeFromShelf(id));

  for (const { name, check } of modelContract(async () => (await loadRemote(id, nobody)).loaded)) test(name, check);
});
