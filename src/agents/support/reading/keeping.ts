/** "Keep the other one", "leave 1042 alone", "1043 stays": something is to remain as it is. */
const stays =
  /\b(?:keep(?:ing)?\b(?! (?:\w+ing\b|me\b|us\b|in mind|track|up\b|an eye))|hold(?:ing)? on to\b|leave\b[^.;!?\n]{1,50}\b(?:alone|untouched|as (?:it|they|is|planned)|be\b)|(?:do not|don't) touch\b|stays?\b(?! (?:dark|off|on|silent|dead|cold|blank|wet))|still want (?:the|my|it|them|everything|all|both)\b|(?:i|we) do (?:need|want)\b|(?:it|they|these|those|that one) must (?:come|arrive|stay)\b|(?:is|are) to stay|should (?:come|stay|arrive|go out|remain) as (?:it|they|is|ordered|planned|before))/i;
const noStay =
  /(?:\b(?:not|never|cannot|no reason to|rather than|instead of|without|unable to|no point in)|n't)\b[^.;!?\n]{0,30}\b(?:keep|stay|hold)/i;
const liked =
  /\b(?:is|are|was|were|work|works|arrived|came|feels?|looks?|seems?)\b(?: \w+){0,3}? (?:fine|ok(?:ay)?|good|perfect(?:ly)?|great|lovely|loved|nice|all ?right|intact|excellent|beautiful|gorgeous|in (?:\w+ )?use|in order)\b/i;
const spoilt = /\b(?:not|never|no|only|until|if|would|too|isn't|aren't|doesn't|don't|wasn't|nothing)\b/i;

/** True for a clause that says that something stays with the writer. */
export const isKept = (clause: string) => stays.test(clause) && !noStay.test(clause);

const verbs = String.raw`\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|want|need|like|loves?|works?|goes|go|came|come|keep|send|return|refund|please)\b`;
/** "The bicycle and the puzzle are great" is one thought, "the bicycle is great and the puzzle goes back" are two. */
const halves = (text: string) =>
  text.split(
    new RegExp(
      String.raw`(?<=[.!?;,\n])\s*|\s+(?=(?:but|while|whereas|though|however)\b)|(?<=${verbs}[^.!?;,\n]*)\s+(?=and\b)`,
      'i',
    ),
  );
const remains = (half: string) => isKept(half) || (liked.test(half) && !spoilt.test(half));

/** What a mail says without the halves of sentences that only say what stays or what is liked; and those halves. */
export const withoutKept = (text: string) =>
  halves(text)
    .filter((half) => !remains(half))
    .join(' ');
export const keptIn = (text: string) => halves(text).filter(remains).join(' ');
