import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const ofColours = ['color-contrast', 'link-in-text-block'];
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on this page, or in this part of it, in words: everything in light, and in dark what depends on the colours. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).include(part);
    const light = colorScheme === 'light';
    const report = await (light ? axe.withTags(levels) : axe.withRules(ofColours)).analyze();
    for (const { id, nodes } of report.violations)
      found.push(`${page.url()}, ${colorScheme}: ${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  }
  return found;
}
