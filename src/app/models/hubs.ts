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
