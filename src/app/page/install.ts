import type { InstallState } from '../../ui';

/** Chromium's own event: it comes when the app could be installed, and can be answered once. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Follows whether this page can be installed, and asks for it when a person wants it. To be begun at once: the offer comes once. */
export function followInstall() {
  const listeners = new Set<(state: InstallState) => void>();
  let offer: InstallOffer | null = null;
  let state: InstallState = isInstalled() ? 'installed' : isApple() ? 'apple' : 'browser';

  function report(next: InstallState) {
    state = next;
    for (const listener of listeners) listener(state);
  }
  addEventListener('beforeinstallprompt', (event) => {
    // Else the browser would ask by itself, at a moment nobody chose.
    event.preventDefault();
    offer = event as InstallOffer;
    report('offered');
  });
  addEventListener('appinstalled', () => report('installed'));

  return {
    watch(listener: (state: InstallState) => void): () => void {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
    /** True when it was installed. */
    async install(): Promise<boolean> {
      const asked = offer;
      offer = null;
      if (!asked) return false;
      const { outcome } = await asked.prompt();
      if (outcome === 'dismissed') report('browser');
      return outcome === 'accepted';
    },
  };
}

function isInstalled(): boolean {
  return (
    matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true)
  );
}

/** An iPhone or iPad, whatever it calls itself: there only the share menu installs. */
function isApple(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}
