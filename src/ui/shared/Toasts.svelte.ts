import { wordsOf } from './wordsOf';

export interface Toast {
  readonly id: number;
  readonly kind: 'note' | 'wrong';
  readonly text: string;
  readonly action: { readonly label: string; run: () => void } | null;
}

const noteMs = 6000;
/** More would cover what they are about. What failed, or offers something to do, is never pushed out by a note. */
const mostNotes = 2;

/** Short words at the edge of the page: what was just asked for, what went wrong, and the way back or out. */
export class Toasts {
  #shown = $state.raw<readonly Toast[]>([]);
  #next = 1;

  get shown(): readonly Toast[] {
    return this.#shown;
  }

  /** Says something; it leaves by itself, later when it offers something to do. */
  note(text: string, action: Toast['action'] = null): void {
    const id = this.#add({ kind: 'note', text, action });
    setTimeout(() => this.close(id), action ? noteMs * 3 : noteMs);
  }

  /** Says what failed. It stays until it is closed. */
  wrong(error: unknown): void {
    this.#add({ kind: 'wrong', text: wordsOf(error), action: null });
  }

  close(id: number): void {
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }

  #add(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++;
    const shown = [...this.#shown.filter((one) => one.text !== toast.text), { ...toast, id }];
    const notes = shown.filter((one) => one.kind === 'note' && !one.action);
    const tooMany = notes.slice(0, -mostNotes);
    this.#shown = shown.filter((one) => !tooMany.includes(one));
    return id;
  }
}
