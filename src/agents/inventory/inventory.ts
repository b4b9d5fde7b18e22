import { z } from 'zod';
import { derivedId } from '../../kernel';
import { sku, type Sku } from '../../contracts';
import { keptChanging } from '../Acts';
import type { ProposalDraft } from '../AgentDesk';
import { defineAgent, type Consideration, type Outcome, type Turn } from '../defineAgent';
import { inventoryDecision, type InventoryDecision } from './decision';
import {
  learn,
  openMemory,
  outrunAct,
  remember,
  soldLately,
  subjectsOf,
  wakesOn,
  type InventoryMemory,
} from './memory';

const system =
  'You are the inventory assistant of a small web shop. Look at the stock of each product you are asked about, as it is now. Report a product as low when ' +
  'its available units are at or below its threshold and no alert is known yet. Ask for a reorder when it is low and nothing is on the way: enough for two ' +
  'weeks like the last two, and at least twice the threshold. Decide nothing about other products.';

/** Inventory: watches levels, reports what runs low, and asks for more of it. */
export const inventory = defineAgent({
  name: 'inventory',
  tunedTo: [
    'NewProduct',
    'OrderPlaced',
    'StockReserved',
    'StockReleased',
    'InventoryUpdated',
    'LowStockAlert',
    'ReorderPlaced',
    'RefundProcessed',
  ],
  proposes: ['LowStockReported', 'ReorderRequested'],
  searchesByMeaning: false,
  shelf: [],
  tools: { stockOf: { description: 'The stock of a product.', args: z.strictObject({ sku }) } },
  decision: inventoryDecision,
  open: openMemory,
  remember,
  learn,
  wakesOn,
  reads: () => [],
  consider,
  conclude,
});

function consider({ trigger, memory }: Turn<InventoryMemory>): Consideration {
  const subjects = subjectsOf(trigger, memory).map((id) => ({
    sku: id,
    title: memory.skus.get(id)?.title ?? id,
    soldLately: soldLately(memory, id, trigger.at),
  }));
  const text = subjects
    .map((one) => `- ${one.title} (${one.sku}), ${one.soldLately} ordered in the last two weeks`)
    .join('\n');
  return {
    system,
    budgetTokens: 1_500,
    sections: [{ key: 'subjects', title: 'Products to look at', text: text || '(none)', value: subjects }],
    queries: subjects.length
      ? [
          {
            key: 'history',
            title: 'How their stock went',
            text: 'low reorder received',
            nResults: 4,
            where: { anyOf: subjects.map((one) => ({ sku: one.sku })) },
          },
        ]
      : [],
  };
}

/** Only about the products of the trigger, and after an outrun proposal only that proposal again: the others have their own answers. */
function conclude(decision: InventoryDecision, { trigger, memory }: Turn<InventoryMemory>): Outcome {
  const outrun = outrunAct(trigger, memory);
  if (outrun && keptChanging(memory.acts, trigger.correlationId)) {
    return { proposals: [], summary: 'gives up: the level changed again each time it was looked at' };
  }
  const subjects = new Set(subjectsOf(trigger, memory));
  const drafts: ProposalDraft[] = [
    ...decision.reports.map((one) => ({ type: 'LowStockReported' as const, data: one })),
    ...decision.reorders.map((one) => ({
      type: 'ReorderRequested' as const,
      data: { ...one, reorderId: derivedId('reorder', trigger.id, one.sku) },
    })),
  ];
  const proposals = drafts.filter(({ type, data }, i) => {
    const first = drafts.findIndex((other) => other.type === type && other.data['sku'] === data['sku']) === i;
    return first && subjects.has(data['sku'] as Sku) && (outrun === null || outrun.type === type);
  });
  return { proposals, summary: decision.summary };
}
