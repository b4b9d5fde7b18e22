import { moneyIn } from './money';

/** Integer cents of a shop that counts in euros, as a person writes them: 1450 → "€14.50", -5 → "-€0.05". */
export const euros = moneyIn('EUR');
