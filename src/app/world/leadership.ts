/** How long a leader may be silent before another takes over. */
export const silenceMs = 2000;
/** How often a leader says that it is there. */
export const beatMs = 500;

/** The lead, as long as one has it. */
export interface Lead {
  /** Resolves when another has taken it: whatever is written after that is refused by its epoch. */
  readonly lost: Promise<void>;
}

/** What a thread that does not lead hears of the one that does. */
export interface Silence {
  /** Milliseconds since the leader was last heard, or since we began to listen. */
  sinceMs(): number;
}

/**
 * Resolves when this thread leads: at once when nobody does, when the leader goes, or when it has been silent for two seconds (frozen, or
 * stuck) and its lock is taken away. `following` is called when somebody else leads for now.
 */
export async function seekLead(lock: string, silence: Silence, following: () => void): Promise<Lead> {
  const free = await tryLead(lock);
  if (free) return free;
  following();
  return new Promise((resolve, reject) => {
    const waiting = new AbortController();
    const got = (lead: Lead) => {
      clearInterval(timer);
      resolve(lead);
    };
    hold(lock, { signal: waiting.signal }).then(got, (error: Error) => {
      if (!waiting.signal.aborted) reject(error);
    });
    let lastTick = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      // A tick that is late means that we were asleep ourselves: what we did not hear then says nothing about the leader.
      const slept = now - lastTick > silenceMs / 2;
      lastTick = now;
      if (slept || silence.sinceMs() < silenceMs) return;
      clearInterval(timer);
      waiting.abort();
      hold(lock, { steal: true }).then(got, reject);
    }, 200);
  });
}

/** Takes the lock when nobody has it; null when somebody does. */
function tryLead(lock: string): Promise<Lead | null> {
  return request(lock, { ifAvailable: true });
}

/** Resolves when the lock is ours; it stays ours until this thread ends or another steals it. */
async function hold(lock: string, options: LockOptions): Promise<Lead> {
  return (await request(lock, options)) as Lead;
}

function request(lock: string, options: LockOptions): Promise<Lead | null> {
  return new Promise((resolve, reject) => {
    let lose: () => void = () => undefined;
    const lost = new Promise<void>((done) => (lose = done));
    navigator.locks
      .request(lock, options, (granted) => {
        resolve(granted ? { lost } : null);
        return granted ? forEver : undefined;
      })
      .catch((error: unknown) => {
        lose();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

const forEver = new Promise<void>(() => undefined);
