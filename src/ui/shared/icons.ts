/** Tiny line drawings on a 16 px grid. */
export const icons = {
  play: 'M4.5 2.8v10.4l8.5-5.2z',
  hold: 'M5 3v10M11 3v10',
  step: 'M3 3v10l6.5-5zM12.5 3v10',
  crash: 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z',
  shop: 'M2.5 6.5 3.6 2.8h8.8l1.1 3.7M2.5 6.5h11M3.5 6.5v6.7h9V6.5M6.5 13.2V9.5h3v3.7',
  log: 'M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6',
  agents: 'M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM2.8 13.5c.5-2.6 2.5-3.8 5.2-3.8s4.7 1.2 5.2 3.8',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  auto: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  light:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
} as const;

export type IconName = keyof typeof icons;
