import { AppError } from '../../kernel';
import type { TabMessage, Tabs } from './tabs';

/** How long to wait before asking the same again: the leader may have gone with the question. */
const againMs = 1000;

/**
 * Asks whoever leads to do something, until somebody answers. It is asked with the same id each time, so a leader that has heard it already
 * does it once, and what it does (inputs, records) has ids of its own, so that a second leader does not do it twice either.
 */
export function forwardAct(
  tabs: Tabs,
  id: string,
  act: string,
  args: readonly unknown[],
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ask = () => tabs.say({ kind: 'ask', id, act, args: [...args] });
    const timer = setInterval(ask, againMs);
    const stop = tabs.listen((message) => {
      if (message.kind !== 'answer' || message.id !== id) return;
      end();
      if (message.error) reject(rebuilt(message.error));
      else resolve(message.value);
    });
    const aborted = () => {
      end();
      reject(new AppError('Cancelled', 'This tab leads now; it does it itself.'));
    };
    function end() {
      clearInterval(timer);
      stop();
      signal.removeEventListener('abort', aborted);
    }
    signal.addEventListener('abort', aborted, { once: true });
    ask();
  });
}

/** How many answers are remembered, for those who did not hear them the first time. */
const remembered = 200;

/** Answers what other tabs ask, each question once, however often it comes. */
export function answerTabs(
  tabs: Tabs,
  perform: (act: string, args: readonly unknown[]) => Promise<unknown>,
): () => void {
  const answers = new Map<string, Promise<TabMessage>>();
  return tabs.listen((message) => {
    if (message.kind !== 'ask') return;
    const { id, act, args } = message;
    const answer =
      answers.get(id) ??
      perform(act, args).then(
        (value): TabMessage => ({ kind: 'answer', id, value, error: null }),
        (error: unknown): TabMessage => ({ kind: 'answer', id, value: null, error: nameAndWords(error) }),
      );
    answers.set(id, answer);
    if (answers.size > remembered) answers.delete([...answers.keys()][0] ?? '');
    void answer.then((said) => tabs.say(said));
  });
}

function nameAndWords(error: unknown) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message: message.slice(0, 4000) };
}

function rebuilt({ name, message }: { name: string; message: string }): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
