import type { LabInput } from '../scenario/Scenario';
import type { Network } from '../sim/Network';
import { sayInput } from './sayInput';
import type { Counters, Downtime, Frame, FrameKind, SideTrace } from './Trace';

/** Where one side's happenings are written down, each with the counters as they stood. */
export interface FrameBook {
  write(
    who: string,
    kind: FrameKind,
    says: string,
    about: readonly string[],
    links?: { id: string; cause: string | null },
  ): void;
  writeInput(input: LabInput): void;
  /** Looks how far apart the copies are; to be called after everything that could change it. */
  sample(): void;
  down(agent: string, forMs: number): void;
  /** How many notebook lines stand before somebody sees the first trouble: nothing in them says which one matters. */
  linesToTrouble(): number;
  troubles(): string[];
  digest(): unknown;
  close(): {
    readonly frames: readonly Frame[];
    readonly downtimes: readonly Downtime[];
    readonly apart: SideTrace['apart'];
  };
}

/** Opens an empty book. With `keeps` off it counts lines and keeps troubles only. */
export function openBook(
  network: Pick<Network, 'dayMs'>,
  counters: () => Counters,
  factsApart: () => number,
  keeps: boolean,
): FrameBook {
  const frames: Frame[] = [];
  const downtimes: Downtime[] = [];
  const troubles: string[] = [];
  const apart: (readonly [number, number])[] = [[0, 0]];
  let lines = 0;
  let firstTrouble: number | null = null;

  function write(
    who: string,
    kind: FrameKind,
    says: string,
    about: readonly string[],
    links?: { id: string; cause: string | null },
  ) {
    if (kind !== 'outside' && kind !== 'trouble') lines += 1;
    if (kind === 'trouble') {
      troubles.push(says);
      firstTrouble ??= lines;
    }
    if (keeps)
      frames.push({
        atMs: network.dayMs,
        who,
        kind,
        says,
        about,
        counters: counters(),
        id: links?.id ?? null,
        cause: links?.cause ?? null,
      });
  }

  return {
    write,
    writeInput: (input) => write(whoOf(input), 'outside', sayInput(input), aboutInput(input)),
    down(agent, forMs) {
      downtimes.push({ agent, fromMs: network.dayMs, toMs: network.dayMs + forMs });
      write(agent, 'crash', 'its thread dies', []);
    },
    sample() {
      if (!keeps) return;
      const facts = factsApart();
      if (facts !== apart.at(-1)![1]) apart.push([network.dayMs, facts]);
    },
    linesToTrouble: () => firstTrouble ?? lines,
    troubles: () => troubles,
    digest: () => [frames, downtimes, troubles, lines],
    close: () => ({ frames, downtimes, apart }),
  };
}

function whoOf(input: LabInput): string {
  if ('who' in input) return 'customer';
  if (input.kind === 'restock') return 'supplier';
  return input.kind === 'sale' ? 'shopkeeper' : 'carrier';
}

const aboutInput = (input: LabInput): string[] => [
  ...('order' in input ? [`order:${input.order}`] : []),
  ...('sku' in input ? [`sku:${input.sku}`] : []),
];
