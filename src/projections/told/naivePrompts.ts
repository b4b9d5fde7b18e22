import { agents } from '../../contracts';
import { all, last, sorted, type Rows } from './lookUp';

/** What each agent is told, and was. */
export const naivePrompts: Rows = (events) =>
  sorted(
    agents.map((agent) => {
      const mine = all(events, 'PromptChanged').filter(({ data }) => data.agent === agent);
      const { version, system } = last(mine)?.data ?? { version: 0, system: null };
      const versions = mine.map(({ at, data }) => ({ at, version: data.version, system: data.system }));
      return [agent, { agent, version, system, versions }];
    }),
  );
