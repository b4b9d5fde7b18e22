import { Template } from '@huggingface/jinja';
import type { ChatMessage } from '../../renderMessages';

/** How messages look in a model that brings no template of its own. */
const chatml =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}{% endfor %}{{ '<|im_start|>assistant\\n' }}";

/**
 * The messages as one text, by the template that came with the model. Some templates know no system role; then what it says goes before the
 * first thing the user says. A template is a program from a file: one that fails is not used.
 */
export function chatPrompt(messages: readonly ChatMessage[], template: string | null): string {
  const ways = [
    () => render(template ?? chatml, messages),
    () => render(template ?? chatml, withoutSystem(messages)),
    () => render(chatml, messages),
  ];
  for (const way of ways) {
    try {
      return way();
    } catch {
      // The next way.
    }
  }
  return messages.map(({ role, content }) => `${role}: ${content}\n`).join('');
}

function render(template: string, messages: readonly ChatMessage[]): string {
  // The runtime itself begins a text as its model wants it begun.
  return new Template(template).render({
    messages: [...messages],
    add_generation_prompt: true,
    bos_token: '',
    eos_token: '',
  });
}

function withoutSystem(messages: readonly ChatMessage[]): ChatMessage[] {
  const [first, second, ...rest] = messages;
  if (first?.role !== 'system' || second?.role !== 'user') return [...messages];
  return [{ role: 'user', content: `${first.content}\n\n${second.content}` }, ...rest];
}
