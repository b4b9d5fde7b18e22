import { all, last, sorted, type Rows } from './lookUp';

/** What texts that were changed say, and said. */
export const naiveDocuments: Rows = (events) => {
  const changes = all(events, 'DocumentChanged');
  return sorted(
    [...new Set(changes.map(({ data }) => data.document))].map((document) => {
      const mine = changes.filter(({ data }) => data.document === document);
      const { version, text } = last(mine)?.data ?? { version: 0, text: null };
      const versions = mine.map(({ at, data }) => ({ at, version: data.version, text: data.text }));
      return [document, { document, version, text, versions }];
    }),
  );
};
