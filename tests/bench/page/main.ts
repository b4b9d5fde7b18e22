import { wrap } from 'comlink';
import { lookBack } from '../../../src/app/lookBack';
import type { Benches } from './bench.worker';

// The log lives in a worker in the app, so it is measured in one.
const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module', name: 'bench' });
// What crosses to a page in pieces is put together on a page, too.
Object.assign(window, { bench: wrap<Benches>(worker), lookBack });
