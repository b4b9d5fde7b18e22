import { z } from 'zod';
import { orderId, sku } from '../../contracts';
import { sectionValue, type Prompt } from '../../llm';

/** The sections of support's prompt in structure: what `consider` writes and the script reads. */
const situation = z.object({
  case: z.object({ known: z.boolean(), closed: z.boolean(), keptChanging: z.boolean() }),
  letter: z.object({ from: z.string(), subject: z.string(), text: z.string(), lost: z.boolean() }),
  outcomes: z.array(
    z.object({
      type: z.enum(['RefundRequested', 'CancellationRequested']),
      orderId,
      sku: sku.nullable(),
      qty: z.number(),
      cents: z.number(),
      result: z.enum(['waiting', 'done', 'refused', 'outrun']),
      because: z.string(),
    }),
  ),
  products: z.array(z.object({ sku, title: z.string() })),
  rules: z.array(z.object({ id: z.string(), text: z.string() })),
});

export type Situation = z.infer<typeof situation>;
export type AskOutcome = Situation['outcomes'][number];

/** Reads the situation back out of a prompt. */
export function readSituation(prompt: Prompt): Situation {
  return situation.parse(
    Object.fromEntries(Object.keys(situation.shape).map((key) => [key, sectionValue(prompt, key)])),
  );
}
