import type { DocumentsView, DocumentVersion } from '../../projections';

/** A text that support reads and quotes, as it is by now. */
export interface ShopTextRow {
  readonly document: string;
  /** Null: the shopkeeper withdrew it. */
  readonly text: string | null;
  /** 0: as the app brings it. */
  readonly version: number;
  /** What the app brings; null for what the shopkeeper added. */
  readonly own: string | null;
  /** Every change of it, oldest first. */
  readonly versions: readonly DocumentVersion[];
}

/** The texts of the app and those that were added, each as it is by now, in that order. */
export function shopTexts(
  brought: readonly { readonly id: string; readonly text: string }[],
  changed: DocumentsView,
): ShopTextRow[] {
  const own = new Map(brought.map(({ id, text }) => [id, text]));
  return [...new Set([...own.keys(), ...changed.keys()])].map((document) => {
    const row = changed.get(document);
    const ofApp = own.get(document) ?? null;
    return {
      document,
      text: row ? row.text : ofApp,
      version: row?.version ?? 0,
      own: ofApp,
      versions: row?.versions ?? [],
    };
  });
}

/** A name for a new text, from its first longer words; another one when that is taken. */
export function documentIdFor(kind: 'policy' | 'faq', text: string, taken: readonly string[]): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]{4,}/g);
  const slug = (words ?? ['text']).slice(0, 5).join('-').slice(0, 30).replace(/-+$/, '');
  const isFree = (id: string) => !taken.includes(id);
  for (let n = 1; ; n++) {
    const id = `${kind}:${n === 1 ? slug : `${slug}-${n}`}`;
    if (isFree(id)) return id;
  }
}
