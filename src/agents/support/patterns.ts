import type { CancellationReason, RefundReason } from './reasons';

// How customers write, in English. Every pattern is tried on one sentence; none can match across two.

const number = String.raw`[A-Za-z0-9][\w-]{0,62}`;
/** An order named as one: `#1042`, "order no. 1042", "orders 1042 and 1043". */
export const namedOrder = new RegExp(
  String.raw`(?:#\s?|\borders?(?:\s+(?:number|nummer|no\.?|nr\.?|id|is|was))*\s*[:#]?\s*)(${number}(?:\s*(?:,|&|\band\b)\s*#?\d[\w-]*)*)`,
  'gi',
);

/** Somebody wants money back. */
export const refundWords =
  /\b(?:refund\w*|money back|reimburs\w*|return(?:ing)?|send(?:ing)? (?:\w+ ){0,3}back|give (?:it|them) back)\b/i;
/** … or says that they do not. */
export const noRefund = /(?:\b(?:no|not|without)|n't)(?: \w+){0,3} refund/i;
/** A question about the rules. */
export const policyWords =
  /\b(?:policy|policies|how (?:long|many days)|(?:can|may|could) (?:i|one|we) (?:still )?return|how (?:do|can|does)\b.*\b(?:refund|return|cancel)\w*)/i;
/** Somebody wants an order off. */
export const cancelWords = /\b(?:cancel\w*|call off|stop (?:my|the|this) order)\b/i;
/** Somebody wants to know where an order is. */
export const statusWords =
  /\b(?:where|nothing (?:\w+ ){0,2}(?:arrived|come)|when (?:will|does|do|can|is|it)|track\w*|status|(?:has|have|is|was) (?:\w+ ){0,4}(?:shipped|sent|dispatched|delivered)|never (?:\w+ ){0,2}(?:arrived|come|received|got)|still waiting|how long (?:until|till|before))|(?:\bnot|n't) (?:\w+ ){0,2}(?:arrived|come|received|got)/i;
/** A question about what can be bought. */
export const stockWords =
  /\b(?:in stock|available|availability|sold out|back in|do you (?:\w+ )?(?:have|sell|carry)|how much (?:is|are|does|do|for)|what does .* cost|price of)\b/i;
/** What only a person may decide. */
export const personWords =
  /\b(?:replace\w*|send (?:me )?(?:a |another )?new|exchange|swap|lawyer|legal|complain\w*|(?:speak|talk) (?:to|with) (?:a |the )?(?:human|person|manager|owner)|invoice|discount)\b/i;

/** What went wrong with the goods, and the reason it is for a refund. */
export const complaints: readonly (readonly [RefundReason, RegExp])[] = [
  [
    'damaged',
    /\b(?:broken?|broke|damaged?|crack\w*|chip(?:ped)?|shatter\w*|smash\w*|defect\w*|faulty|torn|leak\w*|dent\w*|scratch\w*|in pieces|soaked|wet|stained|ruined|spoil\w*|bent|crushed|does(?:n't| not) work)\b/i,
  ],
  ['wrong-item', /\b(?:wrong|not what i ordered|instead of|mixed up|incorrect)\b/i],
  [
    'not-wanted',
    /\b(?:(?:do not|don't|no longer) (?:want|need|like)(?! (?:to|you|a (?:new|refund|replacement)))|changed my mind|does(?:n't| not) fit|too (?:small|big|large|tight)|unwanted)\b/i,
  ],
  ['late', /\b(?:too late|(?:came|arrived) (?:\w+ ){0,3}(?:after|late))\b/i],
];
/** Why an order is to be off. */
export const cancelReasons: readonly (readonly [CancellationReason, RegExp])[] = [
  ['ordered-by-mistake', /\b(?:mistake|accident\w*|by error|twice)\b/i],
  ['too-slow', /\b(?:too (?:slow|long)|tak\w+ (?:\w+ )?long|still waiting|late|can(?:not|'t) wait)\b/i],
  ['no-longer-needed', /\b(?:(?:no longer|don't|do not) (?:need|want)|changed my mind|not needed)\b/i],
];
