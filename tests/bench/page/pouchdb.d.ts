declare module 'pouchdb-core' {
  export default class PouchDB {
    constructor(name: string, options: { adapter: string });
    static plugin(adapter: unknown): typeof PouchDB;
    bulkDocs(documents: readonly object[]): Promise<unknown>;
  }
}

declare module 'pouchdb-adapter-indexeddb' {
  const adapter: unknown;
  export default adapter;
}
