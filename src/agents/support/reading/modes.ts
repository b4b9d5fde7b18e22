import { actWords } from './rules';
import type { Intent } from './intents';

/** How a thing is mentioned: asked for, only asked about, or said not to be wanted; or it only sounds as if it were asked for. */
export type Mode = 'request' | 'guess' | 'question' | 'refused';

// Words that may stand between a "not" and the thing it denies. "I don't want it, please cancel" denies nothing.
const between = String.raw`(?:(?:want|wanted|wish|need|like|intend|plan|mean|meant|asking|ask|asked|looking|going|trying|have|having|to|for|a|an|any|the|my|you|yet|it|be|really|actually|think|been|interested|in|about|of|full|just|simply|possible|order|this|that|me|her|him|even|please|necessarily|planning|talking|after|anymore|whole|required|necessary|send|issue|process|do|make|get|request|requesting|or|return|refund|exchange|cancel) ){0,7}?`;
const denial = String.raw`(?:\b(?:not|never|no|nothing|without|instead of|rather than|nor|neither|no need (?:to|for))|n't) `;
const denials = new Map(
  Object.entries(actWords).map(([intent, words]) => [
    intent,
    new RegExp(
      `${denial}${between}(?:${words})\\b|\\b(?:${words})\\b (?:is |are |was )?(?:not|n't|isn't) (?:needed|necessary|required|wanted)`,
      'i',
    ),
  ]),
);
/** "I do not want it any more" and "not too late to cancel" deny nothing either. */
const noDenial =
  /\b(?:no longer|not any ?more|why (?:not|can't|won't|don't)|(?:can|could|would|will)(?:n't| not) (?:you|i|we)\b|not too late|if (?:it|not|it's|the order)\b[^,]{0,40}\bnot|(?:has|have|had|did|do)(?:n't| not) (?:you |yet |been )?(?:cancell?ed|refunded|returned|received|got|processed|seen|exchanged)|not (?:yet )?(?:received|seen|got|had)|still (?:not|haven't|have not|hasn't)|no (?:reply|answer|response)|never (?:got|received|had|saw)|no sign)\b/i;

/** "If it breaks again I will ask for my money": a threat or a promise, and nothing to be done today. */
const conditional =
  /\b(?:if|should|in case|unless)\b(?:(?!please|kindly)[^.?!\n]){1,80}?\b(?:i|we)(?:'ll| will| would|'d| might| may| shall|(?:'m| am|'re| are) going to)\b(?! (?:like|love|prefer|appreciate|be (?:glad|happy|grateful)))/i;
const hypothetical =
  /\b(?:if (?:i|we)(?:'d| were to| was to| had| should| decide\w* to| chose to| wanted to| want to| would)?(?: \w+){0,2} (?:cancel|return|refund|exchang|chang|open|keep|send|swap|order)\w*|(?:say|assume|imagine) (?:i|we) (?:buy|bought|order|ordered)|would (?:i|we) (?:get|be|have|still|lose|owe|need)|what (?:happens|would happen|if|would)|suppos(?:e|ing)|in case (?:i|we|it)|hypothetical\w*|theoretical\w*|(?:have not|haven't|not)(?: yet)? (?:decided|sure (?:if|whether))|just (?:asking|curious|wondering|checking)\b|(?:thinking|dreaming) (?:of|about) (?:cancel|return|exchang)\w*|considering|(?:until|till|by|up to) when\b|how late (?:can|could|may)|out of curiosity|in (?:theory|principle)\b|might (?:cancel|return|want to|need to|exchange)|may (?:want|need) to (?:cancel|return|exchange)|before i (?:cancel|return|decide))/i;
const general =
  /\b(?:policy|policies|(?:what|which) (?:is|are) (?:the|your) (?:rules?|terms|conditions|process|procedure|steps|deadline)|how (?:many days|long (?:do|does|is|are|have|will|would|can|after))|do (?:you|u) (?:do|offer|accept|allow|give|take|have|provide)\b|are (?:returns|exchanges|refunds) |is (?:return|the return|returning) (?:shipping )?free|who pays|how do (?:returns|exchanges|refunds|cancellations)|what (?:is|are) (?:the|your) (?:return|refund|exchange)|in general|usually|normally)/i;
const howTo = /\b(?:how (?:can|do|does|would|should|must|to|could)\b|is there (?:a|any) way)/i;
const asked =
  /\b(?:did you|have you|has (?:it|my|the|this|that|order)|(?<!\b(?:i|we|you|to|can|could|should) )have (?:the|my|they)|was (?:it|my|the)|is (?:it|my|the) (?:\w+ ){0,3}(?:cancel|refund)\w*ed|when (?:(?:i|you|we) )?(?:will|do|does|can|should|is)\b|where(?:'s| is| are)|what (?:is|happened|about)|whats?'?s? (?:the )?(?:status|happening)|status of|confirm (?:that|if|whether)|still (?:waiting|no|not|have|haven't|pending)|how long|can you (?:check|tell|confirm|see|look)|could you (?:check|tell|confirm|see|look)|(?:any )?(?:news|update)|look into|check (?:on|if|whether|the|my))/i;
const came =
  /\b(?:refund|money|reimbursement)\b[^.?!]{0,50}(?:(?:\bnot|n't|never)\b(?: \w+){0,2} (?:received?|arrived?|come|came|seen|shown?|here|been|got|gotten|credited|processed|reached|on)\b|no sign|missing|on its way|zero|arriv|promised|delayed|overdue|processed|\bless\b|only (?:part|half)|the rest)|\b(?:no sign of|not (?:seen?|received?|got|get)\b|n't (?:seen?|received?|got|get|had)\b|never (?:got|received|saw)|still (?:no|waiting|have)|promised|waiting for|expecting|supposed|was told|less|part of)\b[^.?!]{0,60}\b(?:refund\w*|money|reimburse\w*)|refunded (?:me )?(?:only|less|too)/i;
const done =
  /\b(?:was|were|been|is|got|already|has been|had been|you) (?:already )?(?:cancell?ed|refunded|returned|exchanged)\b/i;
const wish =
  /\b(?:please|kindly|i want|i'd like|would like|want (?:a|my|the|to)|wanna|need (?:a|my|to)|give me|demand|request|requesting|i expect a|go ahead|i insist|instruct)\b/i;
const giveNow =
  /\b(?:please(?: \w+){0,3} (?:refund|reimburse|give me|return my money|send me my money)|(?:just|simply) (?:refund|give me|want my money)|(?:want|demand|request|like|need|insist on|expect|have|get) (?:a |my |the |our )?(?:full |complete |immediate |partial )?(?:refund|money back|my money)|refund me|give me (?:back )?my money|refund (?:it|them|that|this|both|all|the)\b|refund,? please|^\W*(?:please )?refund (?:order|my|me|#)|forget it)/i;

/** "When can I expect my money" waits for what it takes to be on its way. */
const asksWhen = /\b(?:when|where|how (?:long|soon|many days))\b[^.?!\n]{0,40}\b(?:money|refund|reimburse\w*|cash)\b/i;

/** "My buddy says I should cancel": what others think is not what the writer asks for. */
const reported =
  /\b(?:says?|said|saying|thinks?|thought|suggest(?:s|ed)|advis(?:es|ed)|reckons?|insists?|recommend(?:s|ed))\b(?: that)? (?:i|we|to|you|me|us)\b[^.?!\n]{0,20}?\b(?:should|must|ought|better|need|have to|cancel|return|refund|exchange|send)/i;
/** "They told me to send it back": an advice that the writer asks about. */
const told = /\b(?:told (?:me|us)|tells (?:me|us)|wants me|wanted me)\b[^.?!\n]{0,20}\bto\b/i;

/** "I asked for a return last night": a wish of the past, which what follows may confirm. */
const past =
  /\b(?:i|we) (?:had |have |'ve )?(?:already |first |once |recently |just )?(?:asked|applied|requested|e-?mailed|wrote|written|told|phoned|rang|called)\b[^.?!\n]{0,40}?\b(?:to|for|about)\b/i;
/** "I was going to ask for my money": a wish given up. */
const givenUp =
  /\b(?:(?:was|were) (?:\w+ )?(?:(?:going|about|planning|tempted|minded|ready) to)\b|(?:nearly|almost) (?:cancel|return|sent|exchang|asked|wrote)\w*)/i;
const still =
  /\b(?:please|pls|kindly|i(?:'d| would) like (?:to|a|my)|i want (?:to|a|my|it)|go ahead|so (?:i|can|could))\b/i;

/** Tells a request from a question and from what is expressly not wanted. `names` says that the mail names an order or a thing. */
export function modeOf(intent: Intent, clause: string, names: boolean): Mode {
  const denied = denials.get(intent);
  if (denied?.test(clause) && !noDenial.test(clause)) return 'refused';
  if (hypothetical.test(clause) || conditional.test(clause)) return 'question';
  // What others advise or what was nearly done is no wish; somebody who is unhappy is so all the same.
  if (intent !== 'complaint' && (givenUp.test(clause) || reported.test(clause)) && !still.test(clause))
    return 'refused';
  if ((told.test(clause) || past.test(clause)) && !still.test(clause)) return 'question';
  if (general.test(clause) && !wish.test(clause)) return 'question';
  if (intent === 'refund')
    return giveNow.test(clause) && !asksWhen.test(clause)
      ? 'request'
      : came.test(clause) || asked.test(clause)
        ? 'question'
        : orHow();
  if (intent === 'cancel_order' || intent === 'return' || intent === 'exchange') {
    if (done.test(clause) && !wish.test(clause)) return 'question';
    if (
      asked.test(clause) &&
      !/\b(?:can|could|will|would) (?:you|i|we) (?:please |still |just |kindly )?(?:cancel|return|exchange|swap|send)/i.test(
        clause,
      ) &&
      !wish.test(clause)
    )
      return 'question';
  }
  return orHow();

  function orHow(): Mode {
    return howTo.test(clause) && !names ? 'question' : 'request';
  }
}

/** "Never mind", "scratch that": what was said before no longer counts. */
export const takenBack: RegExp =
  /\b(?:scratch that|never ?mind|forget (?:that|it|what i|about (?:it|that|cancel\w*|the (?:refund|cancel|return|exchange)\w*))|disregard (?:that|my|the)|ignore (?:that|it|this|my (?:first|previous|last|earlier)|(?:the|what) \w+ (?:before|above|i))|(?:please|pls|just|but) ignore(?= *[,.;!]|$)|(?:no|other) way (?:a?round)|on second thoughts?|i(?:'ll| will| want to|'d like to) keep (?:it|them|the order|everything)\b|keep the order\b|changed my mind about (?:cancel|return|exchang|refund)\w*|no need any ?more)/i;

/** Who has not decided asks for nothing yet, whatever else the mail says: what is done cannot be undone. */
export const undecided: RegExp =
  /\b(?:(?:have not|haven't|not)(?: yet)? (?:made up (?:my|our) minds?|decided (?:yet|whether|if)|sure (?:yet|whether|if) (?:i|we) (?:want|should|will))|undecided|on the fence|still thinking (?:about|it)|thinking it over|let me think|only (?:asking|wondering) for now|do nothing (?:yet|for now))\b/i;

/** "No." and what goes on from it. */
export const isNo = (clause: string) => /^no\b/i.test(clause);
/** "Cancel?" */
export const isShortQuestion = (clause: string) => /^\W*\w+\W*(?:\w+\W*){0,3}\?$/.test(clause);
