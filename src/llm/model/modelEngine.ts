import { AppError } from '../../kernel';
import type { Engine } from '../Engine';
import { renderMessages } from '../renderMessages';
import { answerSchema } from './answerSchema';
import { modelError } from './modelErrors';
import type { LoadedModel } from './ModelPort';
import { readAnswer } from './readAnswer';

/** An answer shorter than this can hold no decision: better to say that the prompt is too long. */
const leastAnswerTokens = 64;

/** What chat templates put around each message. */
const tokensPerMessage = 8;

/** A loaded model behind the port that agents see: the prompt is rendered, its schema sent along, and what comes back is read. */
export function modelEngine(loaded: LoadedModel, who: { readonly id: string; readonly name: string }): Engine {
  return {
    id: who.id,
    name: who.name,
    model: loaded.model,
    async generate({ prompt, seed, maxTokens, temperature = 0.2, stop = [] }, { signal, onDelta }) {
      if (signal.aborted) throw new AppError('Cancelled', `${who.name} was asked to stop before it began.`);
      const messages = renderMessages(prompt);
      const counts = await Promise.all(messages.map(({ content }) => loaded.countTokens(content)));
      const used = counts.reduce((sum, count) => sum + count + tokensPerMessage, 0);
      const room = loaded.contextTokens - used;
      if (room < leastAnswerTokens) {
        throw modelError(
          'ContextOverflow',
          `The prompt has about ${used} tokens, ${loaded.model} reads ${loaded.contextTokens} with its answer.`,
        );
      }
      const request = { messages, schema: answerSchema(prompt), maxTokens: Math.min(maxTokens, room), seed };
      const watch = { signal, ...(onDelta ? { onDelta } : {}) };
      const answer = await loaded.generate({ ...request, temperature, stop }, watch);
      return readAnswer(prompt, answer);
    },
  };
}
