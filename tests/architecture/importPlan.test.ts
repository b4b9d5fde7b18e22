import { beforeAll, describe, expect, test } from 'vitest';
import { findBreaches, type ImportPlan } from './findBreaches';
import { readImports, type Import } from './readImports';

const core = ['kernel', 'contracts'];

/** Who may open which door. The one place that says so; the house is built to it. */
const plan: ImportPlan = {
  rooms: {
    kernel: { rooms: [] },
    contracts: { rooms: ['kernel'] },
    knowledge: { rooms: ['kernel'] },
    llm: { rooms: ['kernel'] },
    log: { rooms: core },
    bus: { rooms: [...core, 'log'] },
    services: { rooms: core, runner: ['log', 'bus'] },
    projections: { rooms: core, runner: ['log', 'bus'] },
    agents: { rooms: [...core, 'knowledge', 'llm'], runner: ['bus'], apartBut: ['runner'] },
    history: { rooms: [...core, 'log', 'projections'] },
    intake: { rooms: core },
    lab: {
      rooms: [...core, 'log', 'bus', 'services', 'projections', 'agents', 'knowledge', 'llm', 'history', 'intake'],
    },
    ui: { rooms: core, types: ['projections', 'lab'] },
    workers: { rooms: 'all' },
    app: { rooms: 'all' },
  },
  packages: {
    dexie: ['log/'],
    svelte: ['ui/', 'app/'],
    comlink: ['workers/', 'app/'],
    '@mlc-ai/web-llm': ['llm/engines/webllm'],
    '@mlc-ai/web-xgrammar': ['llm/engines/webllm'],
    '@wllama/wllama': ['llm/engines/wllama'],
    '@huggingface/jinja': ['llm/engines/wllama'],
    'workbox-core': ['app/serviceWorker.ts'],
    'workbox-precaching': ['app/serviceWorker.ts'],
    'workbox-routing': ['app/serviceWorker.ts'],
  },
};

// The whole house is read and resolved: that takes as long as it takes.
const patientMs = 600_000;

test('the house opens only the doors of its plan', { timeout: patientMs }, async () => {
  const { files, imports } = await readImports('src');
  expect(files).toContain('app/main.ts');
  expect(imports).toContainEqual({ from: 'app/main.ts', to: 'ui/index.ts', kind: 'file', typeOnly: false });
  expect(findBreaches(imports, plan)).toEqual([]);
});

describe('a badly built house is found out', () => {
  let imports: Import[];
  beforeAll(async () => {
    ({ imports } = await readImports('tests/architecture/fixtures/badHouse'));
  }, patientMs);

  const breaches = [
    'agents/marketing/index.ts → agents/support/index.ts: these never import each other',
    'agents/support/index.ts → bus/index.ts: agents may not open bus',
    'agents/support/index.ts → knowledge/rank.ts: the door of knowledge is its index.ts',
    'bus/index.ts → comlink: comlink is only for workers/, app/',
    'bus/index.ts → log/index.ts → bus/index.ts: a cycle',
    'kernel/index.ts → node:fs: the house runs in a browser',
    'llm/index.ts → workers/llm.worker.ts: the door of workers is its index.ts',
    'log/index.ts → bus/index.ts: log may not open bus',
    'log/index.ts → ./gone: there is no such file',
    'projections/index.ts → projections/index.test.ts: a test is not for use',
    'ui/App.svelte → dexie: dexie is only for log/',
    'ui/App.svelte → log/index.ts: ui may not open log',
    'ui/App.svelte → services/index.ts: ui may not open services',
    'ui/App.svelte → workers/world.worker.ts: the door of workers is its index.ts',
    'ui/index.ts → projections/index.ts: ui may import types only from projections',
  ];

  test.each(breaches)('%s', (breach) => {
    expect(findBreaches(imports, plan)).toContain(breach);
  });

  test('and nothing but these is held against it', () => {
    expect(findBreaches(imports, plan)).toEqual(breaches.toSorted());
  });
});
