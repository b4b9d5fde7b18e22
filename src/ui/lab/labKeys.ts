import type { LabBook } from './LabBook.svelte';

/** The lab's keys, clickers included, for its help line. */
export const labKeyWords: readonly (readonly [key: string, does: string])[] = [
  ['Space', 'play or hold'],
  ['. or PageDown', 'one step'],
  [', or PageUp', 'back'],
  ['R', 'from the beginning'],
  ['P', 'big type'],
];

/** Answers keys before the shop does: in the lab, Space plays the run and not the shop's day. */
export function labKeys(lab: LabBook, singleKeys: () => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest('input, select, textarea, [contenteditable], dialog, [popover]')) return;
    const { bench } = lab;
    const page = { PageDown: () => bench.forward(), PageUp: () => bench.back() }[event.key];
    const key = singleKeys() ? event.key.toLowerCase() : '';
    if (key === ' ' && target.closest('button, a, summary, [role=option]')) return;
    const single = {
      ' ': () => (bench.playing ? bench.hold() : bench.play()),
      '.': () => bench.forward(),
      ',': () => bench.back(),
      r: () => bench.restart(),
      p: () => (lab.presenting = !lab.presenting),
    }[key];
    const does = page ?? single;
    if (!does || !bench.run) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };
}
