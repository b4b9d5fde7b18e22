import { grown } from './grown';
import type { KnowledgeDocument } from './KnowledgeDocument';
import { scopeKey, scopeKeys, type Scope, type Where } from './Scope';

/** The documents of one owner. */
interface Shelf {
  readonly key: string;
  readonly scope: Scope;
  readonly rows: number[];
}

// Provenance of what the shop knows from the start: no event has position 0.
const fromTheShop = 0;

/**
 * The documents of a knowledge base by number, by id and by whose they are. Kept in columns: an object for each of a hundred thousand
 * documents weighs more than what stands in it. Numbers of removed ones are given out again.
 */
export class Rows {
  readonly #ids: string[] = [];
  readonly #texts: string[] = [];
  readonly #eventIds: string[] = [];
  readonly #shelves: Shelf[] = [];
  #positions = new Float64Array(0);
  /** Each row's place on its shelf, so that it leaves at once however long that is. */
  #places = new Uint32Array(0);
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, Shelf>();
  readonly #free: number[] = [];

  get size(): number {
    return this.#numbers.size;
  }

  /**
   * Adds a document whose id is not there.
   *
   * @throws InvalidInput when its scope does not name exactly one owner.
   */
  add({ id, text, scope, provenance }: KnowledgeDocument): void {
    const shelf = this.#shelfOf(scope);
    const row = this.#free.pop() ?? this.#ids.length;
    this.#numbers.set(id, row);
    this.#ids[row] = id;
    this.#texts[row] = text;
    this.#eventIds[row] = provenance === 'shop' ? '' : provenance.eventId;
    this.#positions = grown(this.#positions, row + 1);
    this.#positions[row] = provenance === 'shop' ? fromTheShop : provenance.position;
    this.#shelves[row] = shelf;
    this.#places = grown(this.#places, row + 1);
    this.#places[row] = shelf.rows.push(row) - 1;
  }

  /** The number of the document that was removed, null when there was none. */
  remove(id: string): number | null {
    const row = this.#numbers.get(id);
    if (row === undefined) return null;
    const { key, rows } = this.#shelves[row]!;
    const last = rows.pop()!;
    if (last !== row) {
      rows[this.#places[row]!] = last;
      this.#places[last] = this.#places[row]!;
    }
    if (rows.length === 0) this.#byKey.delete(key);
    this.#numbers.delete(id);
    this.#texts[row] = '';
    this.#free.push(row);
    return row;
  }

  id(row: number): string {
    return this.#ids[row]!;
  }

  text(row: number): string {
    return this.#texts[row]!;
  }

  /** The log position of the event that last shaped it; 0 for what the shop knows from the start. */
  position(row: number): number {
    return this.#positions[row]!;
  }

  document(row: number): KnowledgeDocument {
    const position = this.position(row);
    const provenance = position === fromTheShop ? 'shop' : { position, eventId: this.#eventIds[row]! };
    return { id: this.id(row), text: this.text(row), scope: this.#shelves[row]!.scope, provenance };
  }

  /** The rows that a filter lets through. */
  within(where: Where): readonly number[] {
    return [...scopeKeys(where)].flatMap((key) => this.#byKey.get(key)?.rows ?? []);
  }

  #shelfOf(scope: Scope): Shelf {
    const key = scopeKey(scope);
    let shelf = this.#byKey.get(key);
    if (!shelf) this.#byKey.set(key, (shelf = { key, scope, rows: [] }));
    return shelf;
  }
}
