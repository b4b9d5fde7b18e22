import { caps, oneLine } from '../../kernel';
import type { IntakeReport, ShopTools } from '../ShopTools';
import { size } from './format';
import type { Toasts } from './Toasts.svelte';

/** Files that a visitor dropped or picked, and the report of what became of them. */
export class Intake {
  #tools: ShopTools;
  #toasts: Toasts;
  #report = $state.raw<IntakeReport | null>(null);

  constructor(tools: ShopTools, toasts: Toasts) {
    this.#tools = tools;
    this.#toasts = toasts;
  }

  /** The report of the last files, until it is put away. */
  get report(): IntakeReport | null {
    return this.#report;
  }

  async take(files: readonly File[]): Promise<void> {
    try {
      const some = files.slice(0, caps.filesAtOnce);
      const small = some.filter((file) => file.size <= caps.mailBytes);
      const read = small.map(async (file) => ({
        name: oneLine(file.name, caps.fileNameChars),
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      const { taken, refused } = await this.#tools.takeFiles(await Promise.all(read));
      // What is too large is refused before it is read.
      const large = some.filter((file) => !small.includes(file));
      const left = files.slice(caps.filesAtOnce);
      const because = (file: File) => `${size(file.size)}; a mail can have ${size(caps.mailBytes)} at most`;
      const tooMany = `${caps.filesAtOnce} files can be taken at once: hand it in again`;
      const notRead = [
        ...large.map((file) => [file, because(file)] as const),
        ...left.map((file) => [file, tooMany] as const),
      ];
      this.#report = { taken, refused: [...refused, ...notRead.map(([file, why]) => refusal(file, why))] };
    } catch (error) {
      this.#toasts.wrong(error);
    }
  }

  putAway(): void {
    this.#report = null;
  }
}

function refusal(file: File, because: string): IntakeReport['refused'][number] {
  return { file: oneLine(file.name, caps.fileNameChars), because };
}
