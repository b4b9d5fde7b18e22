/** Bare IndexedDB: one store, no index, no checks. What everything else is compared with. */
export interface RawRecords {
  /** One record, one transaction. */
  put(record: object): Promise<void>;
  /** A record each, one transaction. */
  putAll(records: readonly object[]): Promise<void>;
  readAll(): Promise<unknown[]>;
}

/** Opens an empty database of this name; what was in it is gone. */
export async function openRaw(name: string): Promise<RawRecords> {
  await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => void opening.result.createObjectStore('records', { autoIncrement: true });
  const db = await done(opening);

  function write(records: readonly object[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = db.transaction('records', 'readwrite');
      const store = transaction.objectStore('records');
      for (const record of records) store.add(record);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    });
  }

  return {
    put: (record) => write([record]),
    putAll: write,
    readAll: () => done(db.transaction('records').objectStore('records').getAll()),
  };
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}
