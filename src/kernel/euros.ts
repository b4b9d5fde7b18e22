/** Integer cents as a person writes them: 1450 → "€14.50", -5 → "-€0.05". */
export function euros(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}€${whole}.${rest}`;
}
