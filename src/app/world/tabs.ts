import { z } from 'zod';
import { agents, eventId, position } from '../../contracts';
import { turnSteps } from '../../agents';
import { caps, faultOfShape } from '../../kernel';

const status = z.strictObject({
  agents: z
    .array(
      z.strictObject({
        name: z.enum(agents),
        state: z.enum(['starting', 'idle', 'thinking', 'paused', 'crashed']),
        lag: z.int().min(0),
        checkpoint: position,
        step: z.enum(turnSteps).nullable(),
        trigger: eventId.nullable(),
      }),
    )
    .max(agents.length),
  scenario: z.strictObject({
    playing: z.boolean(),
    speed: z.number().or(z.literal(Infinity)),
    done: z.int().min(0),
    total: z.int().min(0),
    at: z.number(),
    next: z.string().max(400).nullable(),
  }),
  news: z.strictObject({ toDrop: z.int().min(0), dropped: z.int().min(0) }),
});

// Any script of this origin can speak here, so all of it is parsed. What is asked for comes in as `customer` or `shopkeeper` only.
const message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('beat'), world: z.string().max(64).nullable(), status: status.nullable() }),
  z.strictObject({
    kind: z.literal('ask'),
    id: z.string().max(80),
    act: z.string().max(40),
    args: z.array(z.unknown()).max(4),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    id: z.string().max(80),
    value: z.unknown(),
    error: z.strictObject({ name: z.string().max(80), message: z.string().max(4000) }).nullable(),
  }),
]);

/** What only the leader knows, because it is not in the log: how the threads are and where the day stands. */
export type LeaderStatus = z.infer<typeof status>;
/** What tabs say to each other. */
export type TabMessage = z.infer<typeof message>;

/** What was said, or null when no tab of this app would say that. */
export function readTabMessage(data: unknown): TabMessage | null {
  if (faultOfShape(data, caps.message) !== null) return null;
  return message.safeParse(data).data ?? null;
}

/** The line between the tabs of this app. */
export interface Tabs {
  say(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): () => void;
  close(): void;
}

/** Opens the line. What does not parse is not heard. */
export function openTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(message: TabMessage) => void>();
  channel.onmessage = ({ data }: { readonly data: unknown }) => {
    const parsed = readTabMessage(data);
    if (parsed) for (const listener of [...listeners]) listener(parsed);
  };
  return {
    say: (said) => channel.postMessage(said),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}
