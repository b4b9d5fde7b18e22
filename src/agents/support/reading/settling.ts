/**
 * "The difference can go through PayPal", "what is left over goes back to my card": how money is settled that another wish leaves over. By itself
 * it asks for nothing.
 */
const leftover =
  /\b(?:(?:price |the |any |money |cost )difference|difference (?:can|may|should|will|goes?|to|back|on|through|via)|left ?over|(?:what(?:'s| is)|whatever(?:'s| is)?) left|remainder|charge or (?:refund|credit)|refund or charge|(?:whatever|what) it costs|surplus|extra cost|additional cost)\b/i;
const isSettled =
  /\b(?:pay ?pal|card|visa|master ?card|amex|account|charge|pay|take|put|bill|refund(?:ed)?|credit(?:ed)?|go(?:es)?|back|through|via)\b/i;

const isAskedFor = /\b(?:refund|pay|give|credit|send|reimburse) (?:me|us)\b|\b(?:would|could|can|will) you\b|\?/i;

/** True for a clause that only says how a difference is to be settled. */
export const isSettling = (clause: string): boolean =>
  leftover.test(clause) && isSettled.test(clause) && !isAskedFor.test(clause);

/** A text without its sentences of that kind. */
export const withoutSettling = (text: string): string =>
  text
    .split(/(?<=[.!?\n])\s+/)
    .filter((sentence) => !isSettling(sentence))
    .join(' ');
