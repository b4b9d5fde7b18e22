/**
 * Lets everything that follows without waiting happen: resolves when no promise of this thread is due any more. That is what makes code
 * that awaits repeatable on a virtual clock: between two moments of it nothing is left half done.
 */
export function openDrain(): { drained(): Promise<void>; close(): void } {
  // A message comes after all due promises, in a page, a worker and Node; a timer would wait four milliseconds in a browser.
  const { port1, port2 } = new MessageChannel();
  let resolve: () => void = () => undefined;
  port1.onmessage = () => resolve();
  return {
    drained: () =>
      new Promise((done) => {
        resolve = done;
        port2.postMessage(null);
      }),
    close: () => port1.close(),
  };
}
