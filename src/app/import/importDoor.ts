import {
  planImport,
  readShopFiles,
  refuseLargeFiles,
  type ImportIndex,
  type ImportPlan,
  type ImportStep,
} from '../../intake';
import { AppError, derivedId, sha256Hex } from '../../kernel';

/** What the page shows before an import: the plan without its steps, and only the first reasons. */
export interface ImportPreview extends Omit<ImportPlan, 'steps' | 'skipped'> {
  readonly importId: string;
  readonly skipped: ImportPlan['skipped'];
  readonly skippedInAll: number;
  readonly steps: number;
  /** How many things the steps bring together. */
  readonly count: number;
}

const skippedInPreview = 200;

/** Reads files in a thread of its own: a large one takes seconds, and neither page nor shop may stand still for it. */
export class ImportDoor {
  #steps: readonly ImportStep[] = [];

  /**
   * Reads and plans; nothing is handed in.
   * @throws InvalidInput naming file, line and the way out.
   */
  async read(files: readonly File[], index: ImportIndex): Promise<ImportPreview> {
    refuseLargeFiles(files);
    const picked = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const byAddress = new Map([...index.customers].map(([id, { email }]) => [email?.toLowerCase() ?? '', id]));
    const records = readShopFiles(picked, (address) => byAddress.get(address) ?? null);
    const hashes = picked.map(({ bytes }) => sha256Hex(bytes)).join('|');
    const importId = derivedId('file', hashes, 'import');
    const { steps, skipped, ...plan } = planImport(records, index, importId);
    this.#steps = steps;
    return {
      ...plan,
      importId,
      skipped: skipped.slice(0, skippedInPreview).map(({ line, what, because }) => ({ line, what, because })),
      skippedInAll: skipped.length,
      steps: steps.length,
      count: steps.reduce((sum, step) => sum + step.count, 0),
    };
  }

  /** The n-th part of what was read, from 0. */
  step(n: number): ImportStep {
    const step = this.#steps[n];
    if (!step) throw new AppError('InvalidInput', 'There is no such part of the file. Pick it again.');
    return step;
  }
}
