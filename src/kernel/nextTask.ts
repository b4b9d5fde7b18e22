/**
 * Lets everything that waits to be heard come first: messages, answers of the database, input. Long work that only awaits what is at hand would
 * keep all of them waiting. Unlike a timer of no time it is not held back when it comes often.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      // An open port keeps a process alive.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
