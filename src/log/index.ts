export type { Appended } from './appendQueue';
export { genesis, lastPosition, type Commit } from './Commit';
export { archiveWorld, completeWorlds, createWorld, raiseEpoch, selectWorld } from './createWorld';
export type { ExportReport } from './exchange/ExportReport';
export { exportStory } from './exchange/exportStory';
export { exportWorld, type Watched } from './exchange/exportWorld';
export { importWorld, removeIncomplete, type Imported } from './exchange/importWorld';
export { linesOf } from './exchange/linesOf';
export { parseExport } from './exchange/parseExport';
export { forkWorld, type ForkRequest } from './forkWorld';
export type { Lookup } from './keys';
export type { Checkpoint, LogStore, Side, WorldRow } from './LogStore';
export { openLog, type AppendRequest, type Log, type LogOptions } from './openLog';
export { openMemoryStore } from './openMemoryStore';
export { readAhead } from './readAhead';
export { hashOf, sealCommit } from './sealCommit';
export { captureState } from './snapshots/captureState';
export { encodeState } from './snapshots/encodeState';
export {
  openSnapshots,
  type Restored,
  type Snapshots,
  type TakenState,
  type Unusable,
} from './snapshots/openSnapshots';
export type { SnapshotKey, SnapshotResult, SnapshotRow } from './snapshots/SnapshotStore';
export { sealSide, sideIsIntact } from './sealSide';
export { refsOf, verify, type Verification } from './verify';
