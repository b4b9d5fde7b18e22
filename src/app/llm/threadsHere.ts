/**
 * How many threads llama.cpp is given here: half of what there is, where the page is isolated from other origins by its headers (COOP and COEP);
 * else one, as threads cannot share memory then.
 */
export function threadsHere(
  isIsolated = globalThis.crossOriginIsolated,
  cores = navigator.hardwareConcurrency,
): number {
  return isIsolated ? Math.max(1, Math.floor(cores / 2)) : 1;
}
