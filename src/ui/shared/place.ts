import { caps } from '../../kernel';

/** The screens, in the order of the keys 1, 2, 3 … */
export const screens = ['shop', 'log', 'agents', 'orders', 'lab', 'models', 'data'] as const;
export type Screen = (typeof screens)[number];

/** The tabs of the log's inspector, which never move. */
export const tabs = ['event', 'why', 'effects', 'raw'] as const;
export type Tab = (typeof tabs)[number];

/** Where the page is and what is selected there. All of it stands in the address, after the hash. */
export interface Place {
  readonly screen: Screen;
  /** What of the screen: an agent's name, a lesson; letters, digits, `_` and `-`. The screen says what it knows. */
  readonly part: string | null;
  /** The stage of a lesson; the lesson says which it knows. */
  readonly stage: string | null;
  /** The selected event. */
  readonly sel: string | null;
  readonly tab: Tab;
  readonly mail: string | null;
  readonly order: string | null;
  /** A scenario for the lab, packed as it came in a link. Nothing of it is trusted before it is read. */
  readonly scene: string | null;
  /** What is kept of the log, as `readFilter` reads it. */
  readonly filter: string | null;
  /** The position in the log that is looked at; null is live. It stays when somebody goes to another screen. */
  readonly at: number | null;
  /** The number or state that is asked why: `stock/MUG-1/available`. */
  readonly why: string | null;
}

/** Reads an address. What it does not know becomes the shop floor: an old link still opens something. */
export function parsePlace(hash: string): Place {
  // Nobody wrote a longer one by hand, and nothing here writes one.
  if (hash.length > caps.addressChars) return parsePlace('');
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [first, second] = path.split('/');
  const given = new URLSearchParams(query);
  const tab = given.get('tab');
  return {
    screen: screens.find((screen) => screen === first) ?? 'shop',
    part: second && /^[\w-]{1,80}$/.test(second) ? second : null,
    stage: /^[a-z]{1,20}$/.test(given.get('stage') ?? '') ? given.get('stage') : null,
    sel: given.get('sel'),
    tab: tabs.find((one) => one === tab) ?? 'event',
    mail: given.get('mail'),
    order: given.get('order'),
    scene: given.get('scene'),
    filter: given.get('filter'),
    at: /^\d{1,9}$/.test(given.get('at') ?? '') ? Number(given.get('at')) : null,
    why: given.get('why'),
  };
}

/** Writes an address; what is not said is left out. `parsePlace` reads it back. */
export function addressOf(place: Partial<Place> & { readonly screen: Screen }): string {
  const path = place.part ? `${place.screen}/${place.part}` : place.screen;
  const query = new URLSearchParams();
  if (place.stage) query.set('stage', place.stage);
  if (place.sel) query.set('sel', place.sel);
  if (place.tab && place.tab !== 'event') query.set('tab', place.tab);
  if (place.mail) query.set('mail', place.mail);
  if (place.order) query.set('order', place.order);
  if (place.scene) query.set('scene', place.scene);
  if (place.filter) query.set('filter', place.filter);
  if (place.at !== null && place.at !== undefined) query.set('at', String(place.at));
  if (place.why) query.set('why', place.why);
  return `#/${path}${query.size > 0 ? `?${query}` : ''}`;
}

/** The address that answers why: an event in the log, opened at its causes. */
export const whyOf = (id: string): string => addressOf({ screen: 'log', sel: id, tab: 'why' });
