import { modelError } from '../../llm';

/** Hosts that a hub sends on to for the file itself; a thread that may reach the hub must reach these, too. */
const sentOnTo: Readonly<Record<string, readonly string[]>> = {
  'huggingface.co': ['https://*.huggingface.co', 'https://*.hf.co'],
  'github.com': ['https://*.githubusercontent.com'],
};

/** What a thread must reach to fetch this address, beside its own origin. */
export function originsOf(address: string): readonly string[] {
  const { origin, hostname } = new URL(address);
  return [origin, ...(sentOnTo[hostname] ?? [])];
}

/**
 * Which others a models' thread may reach is written by the service worker; without one it reaches the server this app came from.
 * @throws ModelUnavailable when it would have to reach another.
 */
export function mustBeReachable(origins: readonly string[]): void {
  const others = origins.filter((one) => one !== location.origin);
  if (others.length === 0 || !import.meta.env.PROD) return;
  if ('serviceWorker' in navigator && navigator.serviceWorker.controller) return;
  throw modelError(
    'ModelUnavailable',
    `The part of this app that works offline is not in charge here, so ${others[0]} is not to be reached. Load the page again when it says "Offline", take the model from a file, or from a folder beside this app.`,
  );
}
