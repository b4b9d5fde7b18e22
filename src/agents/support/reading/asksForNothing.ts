import type { Reading } from './Reading';

const thanks =
  /\b(?:thank(?:s| you)|thx|cheers|great|perfect|wonderful|lovely|love (?:it|them|the|your)|happy with|all good|solved|sorted|appreciate|best shop|well done|awesome|no (?:need|reply)|never ?mind|found it|merry|happy (?:new|easter|holidays)|congrat\w*|delighted|works (?:now|perfectly|great)|(?:wrong|mistaken) (?:address|recipient|person)|(?:this|it) was (?:meant )?for (?:my|someone|somebody)|(?:please|just) (?:ignore|delete) (?:this|it|my))\b|^\W*(?:👍|🙏|❤|😊|🎉)/iu;
const advertising =
  /\b(?:seo|google|backlinks?|guest post|marketing (?:agency|services)|increase your (?:traffic|sales|revenue)|more (?:traffic|customers|followers|leads)|website (?:design|traffic|ranking)|partnership|manufactur\w+|supplier|wholesale prices|moq|influencer|collaborat\w+|sponsor\w*|invest\w*|crypto|bitcoin|loan|lottery|prize|winner|casino|viagra|inheritance|million (?:dollars|usd|euros)|schedule a (?:call|demo)|quick call|free trial|promote your|business (?:proposal|offer|opportunity)|job|hiring|cv\b|internship|résumé|resume|apply for|thesis|interview|survey|donat\w+|raffle|click here|limited (?:time )?offer|trading (?:robot|bot|platform)|passive income|people already|register now|act now|guaranteed|free audit|price list|per month|verify your (?:wallet|mailbox|account))\b/i;

/** Who offers work, wares or services speaks of their own; none of it is a matter of a customer's. */
const strangers =
  /\b(?:seo\b|backlinks?|guest posts?|our (?:factory|catalogue|agency|products range)|we (?:are|'re) (?:a |an |the )?(?:leading|professional|trusted) |(?:summer|student|part[- ]time) job|internships?|vacanc\w+|job (?:openings?|offers?)|openings? for|are you hiring|business partnership|(?:i'm|i am) a (?:reporter|journalist|student|photographer|blogger)|press (?:inquiry|enquiry|request)|domain(?: name)? (?:expires?|has expired|has not been renewed|renewal)|secure link below|(?:send|forward) (?:it|this)(?: \w+)? to \d+ (?:people|friends|persons)|break (?:the|this) chain|chain letter)\b/i;
export const isFromStranger = (text: string) => strangers.test(text) || advertisingIn(text) >= 2;

/**
 * "Hi Susan", "Dear Dr. Feldman": nobody at the shop is known by name, so a letter that begins so was hardly meant for it. It begins a line, and
 * nobody shouts or writes names in small letters.
 */
const named =
  /^\s*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|HI|HELLO)(?: (?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof)\.?)? (?!Team|Sir|Madam|Sirs|Support|Customer|Shop|Store|There|All|Every|People|Folks|Guys|Ladies|Gentlem|Common|Service|Help|Friends?\b|Both|Good|Again|Ya\b|I\b|To\b|My\b|The\b|We\b|Please|Just|Could|Can\b|Is\b|Do\b|What|Where|When|How|Thanks)\p{Lu}\p{Ll}+\b(?:,|!|\s*\n|\s+(?:can|could|will|did|do|are|is|how|thank|sorry|just)\b)/u;
export const isToSomebodyElse = (text: string) => named.test(text);

/** How many different words of advertising a text has: one can be anybody's, several are an offer's. */
function advertisingIn(text: string): number {
  const found = text.toLowerCase().match(new RegExp(advertising, 'gi')) ?? [];
  return new Set(found).size;
}

/** True for what wants to sell something to the shop. */
export const isAdvertising = (text: string) => advertising.test(text);

/** True for thanks and for advertising: the shop owes them no answer. A question keeps a letter from counting as thanks. */
export function asksForNothing({ intents, text }: Pick<Reading, 'intents' | 'text'>): boolean {
  if (intents[0] !== 'other') return false;
  if (advertising.test(text) || strangers.test(text)) return true;
  return (
    (text.length < 600 && thanks.test(text) && !text.includes('?')) ||
    /^\W*(?:ok(?:ay)?|yes|noted|got it)\W*$/i.test(text)
  );
}
