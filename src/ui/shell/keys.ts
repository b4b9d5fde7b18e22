import type { Page } from '../shared/Page.svelte';
import { screenPlans } from '../screens';
import { screens } from '../shared/place';
import { usualSpeed } from './speeds';

/** What each single key does, for the help and for the hand. */
export const keyWords: readonly (readonly [key: string, does: string])[] = [
  [screens.map((_, n) => n + 1).join(' '), screens.map((screen) => screenPlans[screen].name).join(', ')],
  ['Space', 'Play or hold: the day, or in the past what happened'],
  [',  .', 'One event back or on; where the log ends, the next thing of the day happens'],
  ['g', 'Go to a position of the log'],
  ['L', 'Back to live'],
  ['Shift F', 'Fork here: a what-if world'],
  ['/', 'Filter the log'],
  ['↑ ↓', 'Through the log, when it has the focus'],
  ['[  ]', 'To the cause, to the first effect of the selected event'],
  ['y', 'Why: the causes of the selected event, or of the last one'],
  ['?', 'This help'],
  ['Esc', 'Close what is open'],
];

/** Answers a key that is meant for the page and not for what has the focus. */
export function keysOf(page: Page, help: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !page.settings.singleKeys) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest('input, select, textarea, [contenteditable], dialog, [popover]')) return;
    // On a button or a link, Space belongs to it.
    if (event.key === ' ' && target.closest('button, a, summary, [role=option]')) return;
    if (answer(page, help, event.key)) event.preventDefault();
  };
}

function answer(page: Page, help: () => void, key: string): boolean {
  const now = page.shop.orNull;
  const screen = screens[Number(key) - 1];
  if (key === '?') return (help(), true);
  if (!now) return false;
  if (screen) return (page.route.go({ screen }), true);
  const { playing, speed } = now.scenario;
  const { travel } = page;
  switch (key) {
    case ',':
      travel.by(-1);
      return true;
    case 'g':
      document.querySelector<HTMLElement>('[data-field=position]')?.focus();
      return true;
    case 'l':
    case 'L':
      travel.live();
      return true;
    case 'F':
      travel.forking = true;
      return true;
    case ' ':
      if (travel.replaying) travel.replaying = false;
      else if (travel.at !== null) void travel.replay();
      else void page.act(() => (playing ? page.tools.hold() : page.tools.play(speed || usualSpeed)));
      return true;
    case '.':
      if (travel.at !== null) travel.by(1);
      else void page.act(() => page.tools.stepScenario());
      return true;
    case '/':
      page.route.go({ ...page.route.place, screen: 'log' });
      page.route.field = 'words';
      return true;
    case 'y':
      page.route.go({ screen: 'log', tab: 'why', sel: page.route.place.sel ?? now.tail.at(-1)?.id ?? null });
      return true;
    case '[':
    case ']':
      void along(page, key);
      return true;
    default:
      return false;
  }
}

/** Goes from the selected event to its cause, or to the first thing that came of it. */
async function along(page: Page, key: '[' | ']'): Promise<void> {
  const { sel, screen } = page.route.place;
  if (sel === null || screen !== 'log') return;
  const event = page.log.find(sel);
  if (!event) return;
  const to =
    key === '[' ? event.causationId : (page.log.events.find((one) => one.causationId === event.id)?.id ?? null);
  if (to) page.route.select({ sel: to });
  else page.toasts.note(key === '[' ? 'Nothing before it: it came from outside.' : 'Nothing came of it yet.');
}
