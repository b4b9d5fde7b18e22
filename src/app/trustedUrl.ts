interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const factory = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('app-url', {
  createScriptURL: sameOriginOnly,
});

/**
 * The one way to an address that `new Worker` and `serviceWorker.register` accept under Trusted Types.
 * Throws when the address is not of this origin. (The browser's type is TrustedScriptURL; TypeScript's is still string.)
 */
export function trustedUrl(url: string): string {
  const address = new URL(url, document.baseURI).href;
  return policy ? policy.createScriptURL(address) : sameOriginOnly(address);
}

function sameOriginOnly(address: string): string {
  if (new URL(address).origin === location.origin) return address;
  throw new Error(`Expected a script of ${location.origin}, found ${address}.`);
}
