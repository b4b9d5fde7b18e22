const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
});
const count = new Intl.NumberFormat('en-GB');

/** The world's clock with its day: "Mon, 2 Nov, 09:14". The world lives in UTC, so that every visitor reads the same. */
export const dayAndTime = (at: number): string => clock.format(at);

/** The world's time of day: "09:14:03". */
export const timeOfDay = (at: number): string => time.format(at);

/** A number with its thousands apart: 1,204. */
export const number = (value: number): string => count.format(value);

/** "1 event", "2 events", "1,204 events". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** "418 B", "3.2 kB", "1.4 MB", "10.7 GB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Euros as a person types them, "14,50" or "14.5" or "€14", in cents; null when that is no amount. */
export function centsFrom(text: string): number | null {
  const found = /^€?\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*€?$/.exec(text.trim());
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** A sentence begins with a capital. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
