import { z } from 'zod';
import { derivedId } from '../../kernel';
import { sku, type Sku, type WorldEvent } from '../../contracts';
import { keptChanging } from '../Acts';
import type { ProposalDraft } from '../AgentDesk';
import { listening } from '../listening';
import { defineAgent, type Consideration, type Outcome, type Turn } from '../defineAgent';
import { inventoryDecision, type InventoryDecision } from './decision';
import { sayDemand } from './demand';
import { learn, outrunAct, remember, subjectsOf, wakesOn } from './memory';
import { demandFor, factsFor, unitsWaiting } from './supply';
import { openMemory, type InventoryMemory } from './Watched';

const system =
  'You are the inventory assistant of a small web shop. Look at the stock of each product you are asked about, as it is now. Report a product as low when ' +
  'its available units are at or below its threshold and no alert is known yet. Ask for a reorder when it is low and nothing is on the way: up to the ' +
  'level that is reckoned for it, less what is available, and what waiting customers take on top. Decide nothing about other products.';

/** Inventory: watches levels, reports what runs low, and asks for more of it. */
export const inventory = defineAgent({
  name: 'inventory',
  system,
  ...listening.inventory,
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
  const subjects = subjectsOf(trigger, memory).flatMap((id) => {
    const demand = demandFor(memory, id, trigger.at);
    const title = memory.skus.get(id)?.title ?? id;
    return demand
      ? [{ sku: id, title, waiting: unitsWaiting(memory, id), target: demand.target, because: sayDemand(demand) }]
      : [];
  });
  const text = subjects
    .map((one) => `- ${one.title} (${one.sku}), ${one.waiting} waited for: ${one.because}`)
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
    ...decision.reorders.map((one) => ({ type: 'ReorderRequested' as const, data: reorder(one, trigger, memory) })),
  ];
  const proposals = drafts.filter(({ type, data }, i) => {
    const first = drafts.findIndex((other) => other.type === type && other.data['sku'] === data['sku']) === i;
    return first && subjects.has(data['sku'] as Sku) && (outrun === null || outrun.type === type);
  });
  return { proposals, summary: decision.summary };
}

/** An engine may order less or somewhat more than was reckoned, not a warehouse; and it is not asked which facts its order rests on. */
function reorder(
  one: InventoryDecision['reorders'][number],
  trigger: WorldEvent,
  memory: InventoryMemory,
): ProposalDraft['data'] {
  const most = 2 * ((demandFor(memory, one.sku, trigger.at)?.target ?? 0) + unitsWaiting(memory, one.sku));
  const restsOn = factsFor(memory, one.sku, trigger.at);
  return {
    ...one,
    qty: Math.max(1, Math.min(one.qty, most)),
    reorderId: derivedId('reorder', trigger.id, one.sku),
    ...(restsOn.length ? { restsOn } : {}),
  };
}
