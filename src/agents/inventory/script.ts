import { z } from 'zod';
import { sku, type Sku } from '../../contracts';
import { answersOf, sectionValue, type Script } from '../../llm';
import { stockRow } from '../toolResults';
import type { InventoryDecision } from './decision';

/** The section `subjects` in structure. */
const subjects = z.array(z.object({ sku, title: z.string(), soldLately: z.number() }));

/** Inventory by rules: look at each level as it is now; report what is low and not yet known, order what is low and not on its way. */
export const inventoryScript: Script = (prompt) => {
  const about = subjects.parse(sectionValue(prompt, 'subjects'));
  const looked = answersOf(prompt, 'stockOf');
  if (looked.length === 0 && about.length > 0)
    return { ask: about.map((one) => ({ tool: 'stockOf', args: { sku: one.sku } })) };

  const decision: InventoryDecision = { reports: [], reorders: [], summary: '' };
  const said: string[] = [];
  about.forEach(({ sku: id, title, soldLately }, i) => {
    const stock = stockRow.nullable().parse(looked[i]?.result ?? null);
    if (!stock) return said.push(`${title} is not in the books`);
    const { available, threshold, low, onTheWay } = stock;
    if (available > threshold) return said.push(`${title} is not low: ${available} available, threshold ${threshold}`);
    if (!low) decision.reports.push({ sku: id, available });
    if (!onTheWay) decision.reorders.push(reorder(id, available, threshold, soldLately));
    said.push(
      `${title}: ${available} available, threshold ${threshold}${onTheWay ? `, ${onTheWay.qty} on the way` : ''}`,
    );
    return undefined;
  });
  return { decide: { ...decision, summary: (said.join('; ') || 'nothing to look at').slice(0, 300) } };
};

/** Enough for two weeks like the last two, and never less than twice the threshold; in fives, as a supplier packs. */
function reorder(
  id: Sku,
  available: number,
  threshold: number,
  soldLately: number,
): InventoryDecision['reorders'][number] {
  const wanted = Math.max(soldLately, threshold * 2, 5) + threshold - available;
  const qty = Math.min(10_000, Math.max(5, Math.ceil(wanted / 5) * 5));
  return { sku: id, qty, reason: `${available} available, threshold ${threshold}, ${soldLately} ordered in two weeks` };
}
