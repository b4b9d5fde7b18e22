import { tokensOf } from '../knowledge';
import { renderMessages, type Prompt } from '../llm';

// Chat templates put a few tokens around each message.
const perMessage = 8;

/** How many tokens a prompt takes as it is sent, reckoned without the model: sections, tools, schema and all that was said since. */
export function reckonTokens(prompt: Prompt): number {
  return renderMessages(prompt).reduce((sum, { content }) => sum + tokensOf(content) + perMessage, 0);
}
