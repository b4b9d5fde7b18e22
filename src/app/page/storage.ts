import type { StorageState } from '../../ui';

/** What this browser says of the space it gives us. Without a secure context it says nothing. */
export async function storageState(): Promise<StorageState> {
  const storage = 'storage' in navigator ? navigator.storage : null;
  if (!storage) return { usedBytes: null, grantedBytes: null, persisted: null };
  const [{ usage, quota }, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { usedBytes: usage ?? null, grantedBytes: quota ?? null, persisted };
}

/** Asks the browser not to clear our data by itself. */
export async function persistStorage(): Promise<boolean> {
  return 'storage' in navigator && navigator.storage.persist();
}
