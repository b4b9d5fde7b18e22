import type { AgentDesk } from '../../agents';
import type { AgentName } from '../../contracts';
import type { Network } from '../sim/Network';

/** How long an agent waits for word of what it handed in before it hands it in again. */
const againMs = 1_000;

/** What an agent's desk is reached over. */
export interface FarDeskHost {
  readonly network: Network;
  readonly stepMs: number;
  readonly signal: AbortSignal;
  retried(): void;
  /** It has asked for what comes after this position. */
  read(after: number): void;
}

/**
 * A desk at the other end of the broken network: each step of a turn takes its time, and what the agent hands in is handed in again until
 * it hears that it was taken. The ids derive from the trigger, so that the world takes it once however often it comes. A dead thread's
 * calls go nowhere.
 */
export function farDesk(agent: AgentName, desk: AgentDesk, host: FarDeskHost): AgentDesk {
  const { network, signal } = host;
  const { scheduler } = network;
  const never = new Promise<never>(() => undefined);
  const alive = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    return signal.aborted ? never : value;
  };

  function handIn(call: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      let over = false;
      const answer = (how: () => void, says: string) =>
        network.send({
          from: 'log',
          to: agent,
          says,
          arrive() {
            if (over || signal.aborted) return;
            over = true;
            how();
          },
        });
      const send = (): void => {
        if (over || signal.aborted) return;
        network.send({
          from: agent,
          to: 'log',
          says: 'hands in what it decided',
          arrive() {
            if (signal.aborted) return;
            call().then(
              () => answer(resolve, 'taken'),
              (error: unknown) =>
                answer(
                  () => reject(error instanceof Error ? error : new Error(String(error))),
                  'not taken: look again',
                ),
            );
          },
        });
        scheduler.after(againMs, () => {
          if (over || signal.aborted) return;
          host.retried();
          send();
        });
      };
      send();
    });
  }

  return {
    checkpoint: () => alive(desk.checkpoint()),
    events(after, limit) {
      if (signal.aborted) return never;
      host.read(after);
      return alive(desk.events(after, limit));
    },
    begin: (trigger) => alive(desk.begin(trigger)),
    ask: (turn, tool, args) => alive(desk.ask(turn, tool, args)),
    reveal: (turn, ref) => alive(desk.reveal(turn, ref)),
    settle: (end) => handIn(() => desk.settle(end)),
    fail: (turn, rule, because, transcript) => alive(desk.fail(turn, rule, because, transcript)),
    skip: (upTo) => alive(desk.skip(upTo)),
    at(step) {
      if (signal.aborted) return never;
      return alive(new Promise<void>((resolve) => scheduler.after(host.stepMs, resolve)).then(() => desk.at(step)));
    },
  };
}
