/** Currencies the shop can keep its books in: those that have a hundred small units to a large one. */
export const currencies = [
  ...['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'RON', 'BGN', 'HUF', 'TRY', 'UAH'],
  ...['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'CNY', 'INR', 'THB', 'MYR', 'PHP', 'IDR', 'ZAR', 'ILS', 'AED', 'SAR'],
  ...['BRL', 'MXN', 'ARS', 'COP', 'PEN'],
] as const;
/** ISO 4217 code of one of them. */
export type Currency = (typeof currencies)[number];

/** Writes integer cents as a person reads them. */
export type MoneyWords = (cents: number) => string;

/** How money is written in this currency: 1450 → "€14.50" or "CHF 14.50", -5 → "-€0.05". No locale, so history says the same everywhere. */
export function moneyIn(currency: Currency): MoneyWords {
  const sign = signs[currency] ?? `${currency} `;
  return (cents) => {
    const whole = Math.trunc(Math.abs(cents) / 100);
    const rest = String(Math.abs(cents) % 100).padStart(2, '0');
    return `${cents < 0 ? '-' : ''}${sign}${whole}.${rest}`;
  };
}

const signs: Partial<Record<Currency, string>> = { EUR: '€', USD: '$', GBP: '£' };

/** What a shop counts in until it says otherwise. */
export const defaultCurrency: Currency = 'EUR';
