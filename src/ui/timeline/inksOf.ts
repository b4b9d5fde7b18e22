import type { Inks } from './drawTimeline';

const names: readonly (keyof Inks)[] = [
  'customer',
  'support',
  'inventory',
  'marketing',
  'service',
  'shopkeeper',
  'elsewhere',
  'ink',
  'soft',
  'rule',
  'edge',
  'marker',
  'wrong',
  'paper',
];

/** The colours a canvas needs, as the theme has them: a canvas cannot read tokens by itself. */
export function inksOf(inside: HTMLElement): Inks {
  const probe = inside.appendChild(document.createElement('i'));
  const inks = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(inks) as Inks;
}
