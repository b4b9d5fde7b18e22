import { expose } from 'comlink';
import { appendBulk, appendSingle, putSingle, replay, settle } from './logBenches';
import { importLargeShop } from './importBench';
import { holdRawEvents, seedShop } from './seedShop';

const benches = { appendSingle, putSingle, settle, appendBulk, replay, seedShop, holdRawEvents, importLargeShop };

/** What `run.mjs` can ask of the page. */
export type Benches = typeof benches;

expose(benches);
