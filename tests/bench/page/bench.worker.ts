import { expose } from 'comlink';
import { holdKnowledge, rebuild, searches } from './knowledgeBenches';
import { appendBulk, appendSingle, putSingle, replay, settle } from './logBenches';
import { importLargeShop } from './importBench';
import { labDay, labMessages } from './labBenches';
import { supervised, tinyModel } from './modelBenches';
import { holdRawEvents, seedShop } from './seedShop';
import { moveHouse, openHistory } from './timeBenches';
import { scriptedTurns } from './turnBench';

const benches = {
  appendSingle,
  putSingle,
  settle,
  appendBulk,
  replay,
  seedShop,
  holdRawEvents,
  importLargeShop,
  rebuild,
  holdKnowledge,
  searches,
  scriptedTurns,
  labMessages,
  labDay,
  openHistory,
  moveHouse,
  supervised,
  tinyModel,
};

/** What `run.mjs` can ask of the page. */
export type Benches = typeof benches;

expose(benches);
