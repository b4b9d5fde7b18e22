/**
 * Every number, its goal, and what keeps it from it when it is missed.
 * @typedef {{ key: string, goal: number, sense: 'at most' | 'at least', unit: string, digits?: number, whyMissed: string }} Goal
 */

/** @type {readonly Goal[]} */
export const goals = [
  {
    key: 'appendSingle.ratioRaw',
    goal: 3,
    sense: 'at most',
    unit: '×',
    digits: 2,
    whyMissed: 'parsing, sealing and look-ups in the index stand beside the write itself',
  },
  {
    key: 'settle.ratioRaw',
    goal: 5,
    sense: 'at most',
    unit: '×',
    digits: 2,
    whyMissed: 'three events, two texts and a checkpoint against one record',
  },
  {
    key: 'appendBulk.perSec',
    goal: 15_000,
    sense: 'at least',
    unit: 'events/s',
    whyMissed: 'parsing, hashing and one index entry per tag',
  },
  {
    key: 'appendBulk.ratioRxdb',
    goal: 3,
    sense: 'at least',
    unit: '×',
    digits: 2,
    whyMissed: 'it checks and hashes nothing of what it stores',
  },
  {
    key: 'replay.perSec',
    goal: 50_000,
    sense: 'at least',
    unit: 'events/s',
    whyMissed: 'every event is parsed and every commit hashed again',
  },
  {
    key: 'proposalToScreen.p50Ms',
    goal: 30,
    sense: 'at most',
    unit: 'ms',
    digits: 1,
    whyMissed: 'a step waits until all are settled, and its news crosses two threads',
  },
  {
    key: 'proposalToScreen.followerP50Ms',
    goal: 30,
    sense: 'at most',
    unit: 'ms',
    digits: 1,
    whyMissed: 'what it proposes goes to the leader and comes back as news, then it reads the log',
  },
  {
    key: 'open100k.firstPaintMs',
    goal: 300,
    sense: 'at most',
    unit: 'ms',
    whyMissed: 'the browser was late to paint a page without script',
  },
  {
    key: 'open100k.readyMs',
    goal: 1000,
    sense: 'at most',
    unit: 'ms',
    whyMissed: 'scripts of page and world come first, then the snapshot is read, hashed and parsed',
  },
  {
    key: 'boot.bytesToFirstAgentEvent',
    goal: 300_000,
    sense: 'at most',
    unit: 'bytes',
    whyMissed: 'page, world and agent each carry their own zod',
  },
  {
    key: 'boot.coldMs',
    goal: 1500,
    sense: 'at most',
    unit: 'ms',
    whyMissed: 'scripts of the page, the world and the agent come first, one after the other',
  },
  {
    key: 'boot.warmMs',
    goal: 700,
    sense: 'at most',
    unit: 'ms',
    whyMissed: 'the world is opened before anything is shown',
  },
  { key: 'pageJs.gz', goal: 90_000, sense: 'at most', unit: 'bytes', whyMissed: 'too much stands in the first chunk' },
  { key: 'workersJs.gz', goal: 160_000, sense: 'at most', unit: 'bytes', whyMissed: 'zod stands in both entries' },
  {
    key: 'memory100kMb',
    goal: 150,
    sense: 'at most',
    unit: 'MB',
    whyMissed: 'views, services and three agents each remember the history in their own thread',
  },
];
