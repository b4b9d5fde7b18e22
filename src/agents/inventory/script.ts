import { z } from 'zod';
import { sku } from '../../contracts';
import { answersOf, sectionValue, type Script } from '../../llm';
import { stockRow } from '../toolResults';
import type { InventoryDecision } from './decision';
import { orderQty } from './demand';

/** The section `subjects` in structure. */
const subjects = z.array(
  z.object({ sku, title: z.string(), waiting: z.number(), target: z.number(), because: z.string() }),
);

/** Inventory by rules: look at each level as it is now; report what is low and not yet known, order what is low and not on its way. */
export const inventoryScript: Script = (prompt) => {
  const about = subjects.parse(sectionValue(prompt, 'subjects'));
  const looked = answersOf(prompt, 'stockOf');
  if (looked.length === 0 && about.length > 0)
    return { ask: about.map((one) => ({ tool: 'stockOf', args: { sku: one.sku } })) };

  const decision: InventoryDecision = { reports: [], reorders: [], summary: '' };
  const said: string[] = [];
  about.forEach(({ sku: id, title, waiting, target, because }, i) => {
    const stock = stockRow.nullable().parse(looked[i]?.result ?? null);
    if (!stock) return said.push(`${title} is not in the books`);
    const { available, threshold, low, onTheWay } = stock;
    if (available > threshold) return said.push(`${title} is not low: ${available} available, threshold ${threshold}`);
    if (!low) decision.reports.push({ sku: id, available });
    const waits = waiting ? `, ${waiting} waited for` : '';
    if (!onTheWay)
      decision.reorders.push({
        sku: id,
        qty: orderQty(target, available, waiting),
        reason: `${available} available, threshold ${threshold}${waits}; ${because}`.slice(0, 400),
      });
    said.push(
      `${title}: ${available} available, threshold ${threshold}${onTheWay ? `, ${onTheWay.qty} on the way` : ''}`,
    );
    return undefined;
  });
  return { decide: { ...decision, summary: (said.join('; ') || 'nothing to look at').slice(0, 300) } };
};
