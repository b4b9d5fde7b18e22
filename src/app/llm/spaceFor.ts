import { modelError } from '../../llm';

/** How long a context a model is given here, at most: memory grows with it, and prompts of this shop fit. */
export const mostContextTokens = 8192;

/** @throws ModelTooBig when the browser has not that much space to give. */
export async function mustFit(bytes: number): Promise<void> {
  const { usage = 0, quota = Infinity } = await navigator.storage.estimate();
  if (bytes > quota - usage)
    throw modelError(
      'ModelTooBig',
      `It needs ${mib(bytes)} of space, this browser has ${mib(quota - usage)} left for this app.`,
    );
}

const mib = (bytes: number) => `${Math.ceil(Math.max(0, bytes) / 1024 / 1024)} MiB`;
