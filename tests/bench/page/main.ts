import { wrap } from 'comlink';
import type { Benches } from './bench.worker';

// The log lives in a worker in the app, so it is measured in one.
const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module', name: 'bench' });
Object.assign(window, { bench: wrap<Benches>(worker) });
