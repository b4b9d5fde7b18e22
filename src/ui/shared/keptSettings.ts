import { caps, readJson } from '../../kernel';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What this visitor prefers. */
export interface Kept {
  readonly theme: Theme;
  readonly singleKeys: boolean;
}

/** Reads what this browser kept; whatever else stands there, in whatever shape, is as good as nothing. */
export function readKept(text: string | null): Kept {
  const read = readJson(text ?? '{}', { chars: caps.settingsChars, depth: 4 });
  const kept = 'value' in read && typeof read.value === 'object' && read.value !== null ? { ...read.value } : {};
  const theme = 'theme' in kept ? themes.find((one) => one === kept.theme) : undefined;
  return { theme: theme ?? 'auto', singleKeys: !('singleKeys' in kept && kept.singleKeys === false) };
}
