import Dexie from "dexie";
import { afterEach, describe, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import {
  createWorld,
  openDexieStore,
  openLog,
  sealSide,
  type LogStore,
} from "..";
import { logContract, restock } from "../logContract.suite";

let count = 0;
const opened: { name: string; store: LogStore }[] = [];

async function openStore(): Promise<LogStore> {
  const name = `log-test-${performance.now()}-${count++}`;
  const store = await openDexieStore(name);
  opened.push({ name, store });
  return store;
}

afterEach(async () => {
  for (const { name, store } of opened.splice(0)) {
    store.close();
    await Dexie.delete(name);
  }
});

describe("the Dexie store", () => {
  logContract(openStore);

  test("[LOG9] another tab with an older version open: blocked, with the way out", async () => {
    const name = `log-blocked-${performance.now()}`;
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () =>
        reject(request.error ?? new Error("could not open"));
    });
    await expect(openDexieStore(name)).rejects.toMatchObject({
      name: "LogBlocked",
    });
    older.close();
  });

  test("[LOG9] a full disk: its own error, nothing half-written, and it works again when there is space", async () => {
    const store = await openStore();
    await createWorld(store, { id: "w", name: "Test", at: 1 });
    const log = await openLog(store, "w");
    await log.append({ drafts: [restock("a")], at: 1 });
    const session = cdp() as unknown as {
      send(method: string, params: object): Promise<unknown>;
    };
    const origin = location.origin;
    const salt = "s";
    const sides = [
      sealSide("x".repeat(30_000_000), { world: "w", subject: "shop", salt }),
    ];
    await session.send("Storage.overrideQuotaForOrigin", {
      origin,
      quotaSize: 1_000_000,
    });
    try {
      await expect(
        log.append({ drafts: [restock("b")], at: 1, sides }),
      ).rejects.toMatchObject({ name: "LogFull" });
    } finally {
      await session.send("Storage.overrideQuotaForOrigin", { origin });
    }
    expect(log.world().head).toBe(1);
    expect((await log.read(0, 10)).map((event) => event.id)).toEqual(["a"]);
    await log.append({ drafts: [restock("b")], at: 1 });
    expect((await log.read(0, 10)).map((event) => event.id)).toEqual([
      "a",
      "b",
    ]);
  });
});
