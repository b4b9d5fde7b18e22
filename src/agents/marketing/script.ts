import { z } from 'zod';
import { currencies, defaultCurrency, moneyIn, type MoneyWords } from '../../kernel';
import { answersOf, sectionValue, type Script, type ToolCall } from '../../llm';
import { productRow, promotionRow, stockRow, type ProductRow } from '../toolResults';
import type { MarketingDecision } from './decision';
import { task, type Task } from './tasks';

/** Marketing by rules: never a word about what cannot be bought, and a post names the price as it is now. */
export const marketingScript: Script = (prompt) => {
  const tasks = z.array(task).parse(sectionValue(prompt, 'tasks'));
  // Prompts that were recorded before they said so are of shops in the usual one.
  const money = moneyIn(z.enum(currencies).default(defaultCurrency).parse(sectionValue(prompt, 'currency')));
  const due = tasks.filter((one) => one.do !== 'wait');
  const about = due[0]?.sku;
  const decision: MarketingDecision = { posts: [], promotions: [], pauses: [], resumes: [], summary: '' };
  const end = (summary: string) => ({ decide: { ...decision, summary: summary.slice(0, 300).toWellFormed() } });
  if (!about) return end(tasks.length ? `waits: nothing of ${tasks[0]!.sku} can be bought yet` : 'nothing to do');

  if (prompt.exchanges.length === 0) return { ask: questions(due) };
  const stock = stockRow.nullable().parse(answersOf(prompt, 'stockOf')[0]?.result ?? null);
  const product = productRow.nullable().parse(answersOf(prompt, 'productOf')[0]?.result ?? null);
  const promotions = z.array(promotionRow).parse(answersOf(prompt, 'promotionsOf')[0]?.result ?? []);
  if (!stock) return end(`${about} is not in the books`);
  const level = `${stock.available} available`;
  const isLow = stock.available <= stock.threshold;
  const title = product?.title ?? about;
  const said: string[] = [];

  for (const one of due) {
    if (one.do === 'post' || one.do === 'promote') {
      const text = product && textFor(one, product, money);
      if (stock.available === 0) said.push(`waits: no ${title} is available`);
      else if (!text) said.push(`the occasion for ${title} is over`);
      else if (one.do === 'post') {
        decision.posts.push({ sku: one.sku, occasion: one.occasion, text });
        said.push(`drafts a post about ${title}`);
      } else if (isLow) said.push(`does not promote ${title}: ${level}`);
      else {
        decision.promotions.push({ sku: one.sku, saleId: one.saleId, text: text.slice(0, 200).toWellFormed() });
        said.push(`asks to promote ${title}`);
      }
    }
    if (one.do === 'pause') {
      const running = promotions.filter(
        (row) => row.status === 'running' && (one.promotionId ?? row.promotionId) === row.promotionId,
      );
      if (!isLow || running.length === 0) said.push(`nothing to pause: ${level}`);
      else said.push(`asks to pause the promotion of ${title}: ${level}`);
      if (isLow)
        decision.pauses.push(
          ...running
            .slice(0, 10)
            .map((row) => ({ sku: one.sku, promotionId: row.promotionId, reason: `stock low: ${level}` })),
        );
    }
    if (one.do === 'resume') {
      const paused = promotions.some((row) => row.promotionId === one.promotionId && row.status === 'paused');
      if (isLow || !paused) said.push(`nothing to resume: ${level}`);
      else {
        decision.resumes.push({ sku: one.sku, promotionId: one.promotionId, reason: `stock back: ${level}` });
        said.push(`asks to resume the promotion of ${title}: ${level}`);
      }
    }
  }
  return end([...new Set(said)].join('; '));
};

function questions(due: readonly Task[]): readonly ToolCall[] {
  const args = { sku: due[0]!.sku };
  const posts = due.some((one) => one.do === 'post' || one.do === 'promote');
  const promotes = due.some((one) => one.do === 'pause' || one.do === 'resume');
  return [
    { tool: 'stockOf', args },
    ...(posts ? [{ tool: 'productOf', args }] : []),
    ...(promotes ? [{ tool: 'promotionsOf', args }] : []),
  ];
}

/** The words, with the price as it is now; null when the sale they are about is over. */
function textFor(
  one: Task & { do: 'post' | 'promote' },
  { title, description, options, priceCents, sale }: ProductRow,
  money: MoneyWords,
): string | null {
  const price = sale ? `${money(sale.saleCents)} instead of ${money(priceCents)}` : money(priceCents);
  if (one.do === 'post' && one.occasion === 'new-product') {
    const kind = Object.entries(options ?? {}).map(([name, value]) => `${name} ${value}`);
    const what = kind.length ? `${title} (${kind.join(', ')})` : title;
    return `${one.again ? 'In the shop' : 'New in the shop'}: ${what}, ${price}. In stock. ${description}`
      .trim()
      .slice(0, 600)
      .toWellFormed();
  }
  if (!sale || (one.do === 'promote' && sale.saleId !== one.saleId)) return null;
  return one.do === 'post'
    ? `Sale: ${title} −${sale.percentOff} %, ${price}. In stock.`
    : `${title} −${sale.percentOff} %`;
}
