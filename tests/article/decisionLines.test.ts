import { expect, test } from 'vitest';
import { exportDecisions } from '../../src/app/world';
import { walk } from './acceptanceWalk';
import { shopInOneThread } from './shopInOneThread';

interface Line {
  readonly agent: string;
  readonly engine: string;
  readonly prompt: { readonly messages: readonly { readonly role: string; readonly content: string }[] } | null;
  readonly output: string | null;
  readonly verdict: string;
  readonly proposals: readonly { readonly type: string; readonly verdict: string; readonly rule: string | null }[];
}

test('[VRD1] every decision is a line with prompt, output, verdict and rule, and the lines add up to the rates on screen', async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const events = await shop.events();
  const decisions = events.filter((event) => event.type === 'AgentDecided');
  const lines: Line[] = [];
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  for await (const line of exportDecisions(shop.world.log, events.length, watch)) {
    expect(line.endsWith('}\n')).toBe(true);
    lines.push(JSON.parse(line) as Line);
  }
  expect(lines).toHaveLength(decisions.length);
  for (const { prompt, output, proposals } of lines) {
    expect(prompt?.messages[0]?.role).toBe('system');
    expect(output).not.toBeNull();
    for (const { verdict, rule } of proposals) expect(rule === null).toBe(verdict !== 'refused');
  }
  for (const row of shop.world.views.verdicts.rates.values()) {
    const mine = lines.filter(({ agent, engine }) => agent === row.agent && engine === row.engine);
    const count = (verdict: string) =>
      mine.flatMap(({ proposals }) => proposals).filter((one) => one.verdict === verdict);
    expect(row).toMatchObject({
      decisions: mine.length,
      accepted: count('accepted').length,
      refused: count('refused').length,
    });
  }

  // Up to a position nothing later is known: what was answered after it waits.
  const asked = events.find((event) => event.type === 'RefundRequested');
  const early: Line[] = [];
  for await (const line of exportDecisions(shop.world.log, asked?.position ?? 0, watch))
    early.push(JSON.parse(line) as Line);
  expect(early.at(-1)?.proposals.at(-1)).toMatchObject({ type: 'RefundRequested', verdict: 'waiting', rule: null });
  expect(early.at(-1)?.verdict).toBe('waiting');

  const stopped = new AbortController();
  stopped.abort();
  const next = exportDecisions(shop.world.log, events.length, { ...watch, signal: stopped.signal }).next();
  await expect(next).rejects.toMatchObject({ name: 'Cancelled' });
  shop.close();
});
