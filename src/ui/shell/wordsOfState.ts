import type { ShopState } from '../ShopTools';

interface Words {
  readonly title: string;
  readonly text: string;
  /** The error as it was found, for whoever wants to report it. */
  readonly found: string | null;
}

const failures: Readonly<Record<string, readonly [title: string, text: string]>> = {
  LogFull: [
    'The disk is full',
    'The shop could not save. Free some space on this device, then try again. What was saved before is whole.',
  ],
  LogBlocked: [
    'The browser keeps the shop from its storage',
    'Allow this site to store data, or leave private browsing. Another open tab with an older version can also be in the way: close it.',
  ],
  LogClosed: [
    'The storage was closed',
    'The browser closed it under the page. Everything that was saved is still there.',
  ],
  NoSecureContext: [
    'This address is not secure enough',
    'Browsers give storage, locks and workers only to safe addresses. Open the shop at http://localhost, over https, or as an installed app.',
  ],
};

/** What the page says while there is no shop to show, and the way on. */
export function wordsOfState(state: Exclude<ShopState, { kind: 'open' }>): Words {
  switch (state.kind) {
    case 'opening':
      return {
        title: 'Three AI agents run this shop in your browser. Nothing leaves this device.',
        text: 'Opening: the log of this device is being read.',
        found: null,
      };
    case 'failed': {
      const known = Object.hasOwn(failures, state.code) ? failures[state.code] : undefined;
      const [title, text] = known ?? [
        'The shop did not open',
        'Try again. If it stays like this, the words below say what to report.',
      ];
      return { title, text, found: `${state.code}: ${state.message}` };
    }
  }
}
