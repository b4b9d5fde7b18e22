/** A payment method of the customer, as the tool answers it. */
export interface Method {
  readonly methodId: string;
  readonly kind: 'card' | 'paypal' | 'gift-card';
  readonly label: string;
}

const notThis = /\b(?:instead of|rather than|in place of|not (?:on|to|with|from|by|the|my))\b[^.?!\n,;]*/gi;

/** The method a text names: by its id, its last digits or its kind; `several` when it fits more than one, null when it names none. */
export function namedMethod(whole: string, methods: readonly Method[]): Method | 'several' | 'unknown' | null {
  // "My Visa instead of PayPal" names the Visa.
  const text = whole.replace(notThis, ' ');
  const byId = methods.find((one) => text.toLowerCase().includes(one.methodId.toLowerCase()));
  if (byId) return byId;
  const digits =
    /\b(?:ending(?: in| with)?|ends (?:in|with)|\*+|x{2,}|card|visa|mastercard|amex)\s*(?:no\.?|number)?\s*(\d{4})\b/i.exec(
      text,
    )?.[1];
  const byDigits = digits ? methods.filter((one) => one.label.includes(digits)) : [];
  if (byDigits.length === 1) return byDigits[0]!;
  const kind = /\bgift[- _]?card|voucher|store credit\b/i.test(text)
    ? 'gift-card'
    : /\bpay ?pal\b/i.test(text)
      ? 'paypal'
      : /\b(?:credit|debit|visa|mastercard|amex|bank) ?card|\bvisa\b|\bmastercard\b|\bamex\b|(?:other|another|different|new|my) card\b/i.test(
            text,
          )
        ? 'card'
        : null;
  if (kind === null) return null;
  const brand = /\b(visa|mastercard|amex)\b/i.exec(text)?.[1]?.toLowerCase();
  const ofKind = methods.filter(
    (one) => one.kind === kind && (!brand || one.label.toLowerCase().includes(brand) || kind !== 'card'),
  );
  if (ofKind.length === 1) return ofKind[0]!;
  return ofKind.length === 0 ? 'unknown' : 'several';
}
