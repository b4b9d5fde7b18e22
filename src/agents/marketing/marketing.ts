import { z } from 'zod';
import { derivedId } from '../../kernel';
import { sku, type PostId, type Sku, type WorldEvent } from '../../contracts';
import { answeredBy, keptChanging, wasOutrun } from '../Acts';
import type { ProposalDraft } from '../AgentDesk';
import { listening } from '../listening';
import { defineAgent, type Consideration, type Outcome, type Turn } from '../defineAgent';
import { marketingDecision, type MarketingDecision } from './decision';
import { factsFor, learn, openMemory, remember, type MarketingMemory } from './memory';
import { tasksOf, type Task } from './tasks';

const system =
  'You are the marketing assistant of a small web shop. Do the tasks you are given and no others. Write a post only about what is available now, from what the product is: its name, options, price as it is now; ' +
  'promise nothing else. Promote a running sale unless the product is low. Pause promotions of what is low, and take them up again when it is back. Posts are one or two plain sentences.';

/** Marketing: posts about new products and sales, promotions that pause when stock runs low and resume when it is back. */
export const marketing = defineAgent({
  name: 'marketing',
  system,
  ...listening.marketing,
  searchesByMeaning: false,
  shelf: [],
  tools: {
    stockOf: { description: 'The stock of a product.', args: z.strictObject({ sku }) },
    productOf: { description: 'A product with its price and running sale.', args: z.strictObject({ sku }) },
    promotionsOf: { description: 'The promotions of a product.', args: z.strictObject({ sku }) },
  },
  decision: marketingDecision,
  open: openMemory,
  remember,
  learn,
  wakesOn: (event, memory) => tasksOf(event, memory).length > 0,
  reads: () => [],
  consider,
  conclude,
});

function consider({ trigger, memory }: Turn<MarketingMemory>): Consideration {
  const tasks = tasksOf(trigger, memory);
  const about = tasks[0]?.sku;
  return {
    system,
    budgetTokens: 1_500,
    sections: [
      { key: 'tasks', title: 'Tasks', text: tasks.map(sayTask).join('\n') || '(none)', value: tasks },
      { key: 'currency', title: 'What prices are in', text: memory.currency, value: memory.currency },
    ],
    queries: about
      ? [
          {
            key: 'history',
            title: 'What was said about it',
            text: 'post promotion sale',
            nResults: 3,
            where: { sku: about },
          },
        ]
      : [],
  };
}

function sayTask(task: Task): string {
  switch (task.do) {
    case 'wait':
      return `- ${task.sku}: none is available. Post nothing yet; the task comes back when there is some.`;
    case 'post':
      return `- ${task.sku}: write a post (${task.occasion}).`;
    case 'promote':
      return `- ${task.sku}: promote sale ${task.saleId}.`;
    case 'pause':
      return `- ${task.sku}: stock is low, pause ${task.promotionId ?? 'its running promotions'}.`;
    case 'resume':
      return `- ${task.sku}: stock is back, resume promotion ${task.promotionId}.`;
  }
}

/** Only what a task allows. Ids come from what a post or promotion is about, so that nothing can be posted twice. */
function conclude(decision: MarketingDecision, { trigger, memory }: Turn<MarketingMemory>): Outcome {
  const givesUp = keptChanging(memory.acts, trigger.correlationId) && isOutrun(trigger, memory);
  if (givesUp) return { proposals: [], summary: 'gives up: the world changed again each time it was looked at' };
  const tasks = tasksOf(trigger, memory);
  const { posts, promotions, pauses, resumes, summary } = decision;
  const allowed = <T extends Task['do']>(what: T, fits: (task: Task & { do: T }) => boolean) =>
    tasks.some((task) => task.do === what && fits(task as Task & { do: T }));
  const factsOf = (id: Sku) => {
    const restsOn = factsFor(memory, id);
    return restsOn.length ? { restsOn } : {};
  };

  const proposals: ProposalDraft[] = [
    ...posts
      .filter((one) => allowed('post', (task) => task.sku === one.sku && task.occasion === one.occasion))
      .map((one) => ({
        type: 'PostDrafted' as const,
        data: { ...one, postId: postIdOf(one, memory), ...factsOf(one.sku) },
      })),
    ...promotions
      .filter((one) => allowed('promote', (task) => task.sku === one.sku && task.saleId === one.saleId))
      .map((one) => ({
        type: 'PromotionRequested' as const,
        data: { ...one, promotionId: derivedId('promotion', one.saleId, one.sku) },
      })),
    ...pauses
      .filter((one) => allowed('pause', (task) => task.sku === one.sku))
      .map((one) => ({ type: 'PromotionPauseRequested' as const, data: one })),
    ...resumes
      .filter((one) => allowed('resume', (task) => task.promotionId === one.promotionId))
      .map((one) => ({ type: 'PromotionResumeRequested' as const, data: one })),
  ];
  return { proposals, summary };
}

/** The same for whoever drafts it while it is owed: two drafts are one post. Once withdrawn, the next edition is another. */
function postIdOf({ sku: id, occasion }: MarketingDecision['posts'][number], memory: MarketingMemory): PostId {
  const shown = memory.skus.get(id);
  const subject = occasion === 'sale' ? (shown?.sale?.saleId ?? 'no-sale') : occasion;
  const editions = (occasion === 'sale' ? shown?.sale?.posting : shown?.news)?.editions ?? 0;
  return derivedId('post', id, editions ? `${subject} ${editions}` : subject) as PostId;
}

function isOutrun(trigger: WorldEvent, memory: MarketingMemory): boolean {
  const act = answeredBy(memory.acts, trigger);
  return act !== null && wasOutrun(act);
}
