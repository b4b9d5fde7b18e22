import { isOneSlip } from './spelling';

/** The numbers of a clause that name orders, those that could, and those the writer says they do not mean. */
export interface Numbers {
  readonly named: readonly string[];
  /** Numbers without a word before them: they count when the writer has such an order. */
  readonly bare: readonly string[];
}

const token = String.raw`(?:[A-Za-z]{1,6}[-_.]?)?\d[\w-]{0,30}`;
const introduced = new RegExp(
  String.raw`(?:\b(?:orders?|purchases?|bestellung|commande|pedido|ordine|encomenda|zamówienie|bestelling)(?:\s+(?:number|numbers|num|numéro|número|numero|nummer|no\.?|nr\.?|id|ids|is|was|with|called|ref\.?|reference|the))*\s*[.:=(-]?\s*#?\s?)(${token}(?:\s*(?:,|&|\/|\+|\band\b|\bor\b|\bund\b|\by\b|\bet\b)\s*(?:order\s*)?#?\s?${token})*)`,
  'gi',
);
const hashed = new RegExp(String.raw`#\s?(${token})`, 'g');
const lettered = /(?<![\w#-])([A-Z]{1,6}-?\d{3,12})(?![\w-])/g;
const digits =
  /(?<![\w#€$£.,:+/-])\d{2,12}(?![\w%€$£°]|[.,:/]\d|\s?(?:€|\$|£|eur|usd|gbp|dollars?|euros?|pounds?|cm|mm|ml|kg|inch|days?|weeks?|hours?|months?|years?|pieces?|pcs|percent|x)\b)/gi;
/** What a number is when one of these words stands right before it. */
const otherNumber =
  /(?:\b(?:track(?:ing)?|zip|postal|postcode|post code|phone|tel|telephone|call|mobile|cell|fax|invoice|card|visa|mastercard|amex|ending(?: in| with)?|account|ticket|case|serial|model|item|article|sku|product|apt|apartment|suite|unit|street|room|box|po box|vat|tax|iban|credit_card|gift_card|paypal|size|page|level|flat|building|since|year)\b(?:\s+(?:number|no\.?|nr\.?|code|id|is|me on|me at|at|on))*\s*[:.#_-]?\s*)$/i;
const dated =
  /(?:\b(?:in|since|of|from|until|by|year|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?,?\s*(?:\d{1,2}(?:st|nd|rd|th)?,?\s*)?)$/i;
/** "… the other one (1042) is fine": nothing is to be done about it. */
const fine =
  /(?<=^|[.,;!?]\s)[^.,;!?\n]{0,80}\b(?:is|are|was|were|works?|arrived) (?:just |perfectly |all |totally |absolutely )?(?:fine|ok|okay|good|perfect|great|lovely|alright|all right|intact)\b/gi;
const denied = /(?:\bnot (?:for |about |the |my )?(?:order )?(?:number )?#?\s?)$/i;

/** Finds the numbers of orders in a clause. Prices, telephones, dates, tracking numbers and postcodes are not among them. */
export function numbersIn(said: string): Numbers {
  const clause = said.replace(fine, (text) => ' '.repeat(text.length));
  const named = new Map<number, string>();
  const isOther = (at: number) => otherNumber.test(clause.slice(Math.max(0, at - 40), at));
  for (const match of clause.matchAll(introduced)) {
    const from = match.index + match[0].length - match[1]!.length;
    for (const found of match[1]!.matchAll(new RegExp(token, 'g'))) {
      const at = from + found.index;
      // "order 2 mugs" names no order; "order 1042" does.
      if (/\d{3}/.test(found[0]) || /^[a-z]+-?\d+$/i.test(found[0]))
        if (!isQuantity(clause, at, found[0])) named.set(at, found[0]);
    }
  }
  for (const match of clause.matchAll(hashed)) {
    const at = match.index + match[0].length - match[1]!.length;
    if (!isOther(match.index)) named.set(at, match[1]!);
  }
  for (const match of clause.matchAll(lettered)) if (!isOther(match.index)) named.set(match.index, match[1]!);
  const bare = [...clause.matchAll(digits)]
    .filter(
      ({ index, 0: text }) =>
        !named.has(index) &&
        !isOther(index) &&
        !(/^(?:19|20)\d\d$/.test(text) && dated.test(clause.slice(Math.max(0, index - 20), index))),
    )
    .map(({ 0: text }) => text);
  const isDenied = (at: number) => denied.test(clause.slice(Math.max(0, at - 30), at).replace(/#\s?$/, ''));
  const meant = [...named].filter(([at]) => !isDenied(at)).map(([, text]) => text.replace(/[-_.]+$/, ''));
  return { named: [...new Set(meant)].slice(0, 10), bare: [...new Set(bare)].slice(0, 20) };
}

/** "order 100 cups of it": a number of things, not of an order. */
function isQuantity(clause: string, at: number, text: string): boolean {
  return (
    /^\d{1,3}$/.test(text) &&
    /^\s+[a-z]{3,}s\b/i.test(clause.slice(at + text.length)) &&
    !/^\s+(?:is|was|has|arrives)\b/i.test(clause.slice(at + text.length))
  );
}

const plain = (id: string) => id.toUpperCase().replace(/[^A-Z0-9]/g, '');
const onlyDigits = (id: string) => id.replace(/\D/g, '');

/** The order of this customer that a written number means: as it stands, without its letters, or with an O for a zero. */
export function matchOrder(written: string, own: readonly string[]): string | null {
  const word = plain(written);
  if (word === '') return null;
  const exact =
    own.find((id) => plain(id) === word) ?? own.find((id) => plain(id).replace(/O/g, '0') === word.replace(/O/g, '0'));
  if (exact) return exact;
  if (onlyDigits(word).length < 3) return null;
  const byDigits = own.filter(
    (id) => onlyDigits(id) === onlyDigits(word) && (/^\d+$/.test(word) || /^\d+$/.test(plain(id))),
  );
  return byDigits.length === 1 ? byDigits[0]! : null;
}

/** The one order of this customer whose number is a slip of the finger away; null when there is none or more than one. */
export function nearOrder(written: string, own: readonly string[]): string | null {
  const word = plain(written);
  if (onlyDigits(word).length < 4) return null;
  const slipped = (one: string, two: string) => isOneSlip(one, two) && (two.length > 6 || isNoNeighbour(one, two));
  const near = own.filter((id) => slipped(plain(id), word) || (/^\d+$/.test(word) && slipped(onlyDigits(id), word)));
  return near.length === 1 ? near[0]! : null;
}

/** Short numbers count up: one digit changed is another order, one missing or two swapped is a slip. */
const isNoNeighbour = (one: string, two: string) =>
  one.length !== two.length || [...one].sort().join('') === [...two].sort().join('');
