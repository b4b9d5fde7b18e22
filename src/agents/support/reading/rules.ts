import type { Intent } from './intents';

// What customers write when they mean this and nothing else. Each pattern is tried on one clause, in mended spelling.

const order = String.raw`(?:order|orders|purchase|ordernumber)`;
const near = String.raw`[^.?!\n]{0,60}?`;

/** Words that by themselves say what a clause is about. The classifier speaks beside them, for all the ways nobody thought of. */
export const rules: Readonly<Partial<Record<Intent, RegExp>>> = {
  refund:
    /\b(?:refund\w*|money back|(?:give|want|get|have|like|put|send|return|transfer)\b[^.?!\n]{0,30} money(?: back)?\b|reimburs\w*|repay me|(?:price|amount|money) (?:returned|paid back|given back)|back (?:on|to|onto) my (?:card|account|paypal))/i,
  return:
    /\b(?:(?:want|like|wish|need|going|trying|possible|how|can|could|may|to|please|i'll|i'd|be|am|i'm|are|we're|start|initiate|request\w*|arrange|about|my|a|the) (?:\w+ ){0,3}?return(?:ing|s)?\b(?! (?:my |the )?(?:call|email|mail|message|money)|\w* (?:one of them|the (?:charge|money)))|^returns?\b|^returning\b|return (?:label|policy|request|form|shipping|address|window)|(?:send|sending|ship|shipping|bring|give|giving|take|taking|post|mail)(?: \w+){0,5} back\b(?! (?:the|my) money)|right of withdrawal|withdraw from)/i,
  exchange:
    /\b(?:exchang\w*|swap(?:ped|ping)?\b|trade (?:it|them|this|these|in|the|my)\b|(?:size|sizes) (?:up|down|bigger|smaller|larger)\b|(?:a|one) (?:bigger|larger|smaller|different) (?:size|one|colou?r)\b|for a (?:\w+ ){0,2}(?:size|colou?r)|send (?:me )?(?:the|a) (?:\w+ ){1,4}and i (?:will )?(?:send|return))/i,
  cancel_order: new RegExp(
    String.raw`\b(?:cancel\w*|call(?:ed|ing)? off|annul\w*|void (?:the|my) ${order}|(?:stop|scrap|abort|revoke|undo|kill|drop|withdraw) (?:(?:the|my|this|that) (?:\w+ ){0,2})?(?:${order}|it before)|(?:don't|do not|never) (?:send|ship|dispatch) (?:it|them|the|my|this|#?\w*\d{3,}|${order})|back out of)`,
    'i',
  ),
  modify_order: new RegExp(
    String.raw`\b(?:(?:change|modify|amend|update|edit|alter|adjust|correct)\b(?!${near}(?:address|email|e-mail|phone|password|profile|account\b|my name))${near}(?:${order}|\bitems?\b|quantity|colou?r|size|payment|\bto \w+|before (?:it|you))|(?:add|include|put)\b${near}(?:to|in|into|with) (?:my|the|this|that|${order})\b${near}(?:${order}|parcel|lamp|box)|(?:remove|take|drop|leave|delete)\b${near}(?:from|out of|off|out)\b${near}(?:my |the |this )?${order}|(?:pay|payment)\b${near}(?:instead|different card|another card|other card)|change (?:the )?payment|payment method (?:for|of|on|to)|(?:hold|delay|postpone|split|combine) (?:my|the|this|both|it|${order})|gift[- ]?(?:wrap|message)|wrap (?:it|them|the|my)|(?:express|faster|priority) shipping|(?:make|change) it (?:one|two|three|four|\d+)|only (?:want|need) (?:one|two|\d+)\b)`,
    'i',
  ),
  change_address:
    /\b(?:(?:shipping|delivery|new|wrong|old|different|another|default|mailing|street|home|work|billing) address|(?:chang|updat|correct|fix|amend|replac|edit|modif)\w*\b[^.?!\n]{0,40}\baddress|address\b[^.?!\n]{0,30}\b(?:chang\w*|wrong|incorrect|typo|should|outdated|old\b|mistake)|change of address|(?:house|apartment|flat|street|unit|suite) (?:number|name|no)|(?:zip|postal|post|pin) ?code (?:is|on|should|was|for)|(?:i|we)(?:'ve| have|'re| are)? (?:just |recently )?(?:moved|moving|relocat\w+)|(?:send|deliver|ship|redirect|reroute|sent|delivered|shipped)\w*\b[^.?!\n]{0,50}? to (?:my (?:new|office|work\w*|mother|mum|mom|parents?|neighbou?r|sister|brother|friend|home)|a (?:different|new|pickup)|another|the (?:office|house|new|following|address (?:below|of my))|\d+ \w+))/i,
  order_status:
    /\b(?:where(?:'s| is| are)\b(?![^.?!\n]{0,25}(?:refund|money|invoice|receipt|from|made))|when (?:will|do|does|can|is|should|are|it|they|my|the)\b[^.?!\n]{0,50}(?:arriv\w*|deliver\w*|ship\w*|sent|send|com(?:e|es|ing)\b|expect|get (?:it|my|here)|receive|dispatch\w*|out)|(?:has|have|was|were|is|did)(?:n't)? (?:\w+ ){0,4}(?:shipped?|sent|send|dispatched|delivered|packed|left|arrived|gone out)|not (?:yet )?(?:\w+ )?(?:arrived|received|come|delivered|shipped|here|got|been (?:delivered|shipped|sent))|n't (?:yet )?(?:\w+ )?(?:arrived?|received?|come|been delivered|shipped|got|gotten|get)\b|never (?:arrived|came|received|got|showed)|nothing (?:has |have )?(?:yet |so far )?(?:arrived|come|came|received)|track(?:ing)?\b|status|\beta\b|(?:any|an) (?:news|update|word|idea)|how long (?:until|till|before|does my)|still (?:waiting|nothing|pending|no (?:sign|parcel|package|order|delivery))|lost in|overdue|on (?:its|the) way|make it by|(?:arrive|come|here|delivered) (?:by|before|in time)|what(?:'s| is) (?:happening|going on|up) with)/i,
  damaged_or_wrong:
    /\b(?:brok(?:en?|e)\b|damage[ds]?\b|crack(?:s|ed)?\b|chip(?:ped| out)\b|(?:a|big|small|huge) (?:chip|crack|scratch|dent|hole|tear|stain|rip)\b|shatter\w*|smash\w*|defect\w*|fault(?:y|s)?\b|torn|leak(?:s|ed|ing|y)?\b|dent(?:s|ed)?\b|scratch\w*|in (?:pieces|bits)|soaked|ruined|spoil(?:ed|t)|bent\b|crushed|crumpled|stained|ripped|burnt|mould\w*|rust\w*|fell (?:apart|off)|came (?:off|apart)|falling apart|malfunction\w*|(?:stopped|quit|not|n't|never) (?:work|works|working|charge|charging|turn on|switch on|turning on|power|function\w*|register|connect\w*|close|start)\b|(?:is|are|was|went) dead\b|dead (?:on arrival|pixel)|\bdoa\b|wrong (?:item|product|thing|colou?r|size|one|model|order|article|version|parcel|package|stuff|goods|book|shirt|shoes?|\w+ (?:was|were) (?:sent|delivered)|\w+ (?:in|was))|(?:sent|got|received|delivered|shipped|given)(?: me| us)? (?:the |a |an |someone|some)?(?:wrong|incorrect|else's|different)|not what i (?:ordered|bought|asked)|(?:ordered|wanted|asked for) [^.?!\n]{1,50}?(?:but|and|yet)? (?:i |you |we )?(?:got|received|sent|delivered|was sent)\b|mixed up|missing (?:from|in|a|the|one|two|parts?|pieces?|screws?)|(?:is|are|was|were|piece|part|item) missing|not as described|box was (?:half )?empty|empty box|two left|incomplete|short one)/i,
  product_question:
    /\b(?:in stock|out of stock|available\b|availability|sold out|back in(?:to)?\b|restock\w*|do (?:you|u) (?:\w+ )?(?:have|sell|carry|stock|offer|ship|deliver|make)|how (?:much|heavy|big|long|tall|wide|loud|many)\b[^.?!\n]{0,40}(?:is|are|does|do|cost|for|left|options|variants|sizes|colou?rs)|(?:price|cost) (?:of|for)|what(?:'s| is| are) (?:the|your) (?:price|cost|size|sizes|material|dimension\w*|difference|warranty|weight|capacity|cheapest|shipping)|warranty|guarantee\b|dishwasher|waterproof|water[- ]resistant|compatible|made (?:of|from|in)|dimensions|measurements|come (?:in|with)|which (?:sizes?|colou?rs?|one|model|material)|recommend\w*|suitable for|shipping (?:cost|costs|fee|to)|ship to|deliver to (?!my|the|a )|bulk|wholesale|gift ideas?|student discount|discount|before i (?:buy|order)|thinking (?:about|of) buying|looking for a|interested in|manual|spare parts?)/i,
  complaint:
    /\b(?:complain\w*|unacceptable|disgrace\w*|disgust\w*|(?:worst|terrible|awful|horrible|poor|bad|lousy|appalling|shocking|useless) (?:customer |delivery |shopping )?(?:service|experience|support|shop|store|company|website|communication)|rude\w*|impolite|unfriendly|unprofessional|ridiculous|scandal\w*|shame on|scam\w*|thieves|cheated|furious|fed up|never (?:order|buy|shop)\w* (?:\w+ ){0,3}again|lost (?:me|a customer)|bad review|(?:speak|talk) (?:to|with) (?:a |the |your )?(?:manager|supervisor|human|person|boss)|lawyer|consumer protection|legal action|expect(?:ed)? better|very (?:disappointed|unhappy|dissatisfied)|(?:not|n't|so|really|extremely|deeply) (?:happy|disappointed|unhappy|dissatisfied|satisfied) (?:with|by|about) (?:your|you|how|the (?:service|way))|not happy\b|hung up on|ignor(?:ed|ing) (?:me|my)|nobody (?:answer|repl|call|care)\w*|no ?one (?:answer|repl|call|care|ever)\w*)/i,
  invoice_payment:
    /\b(?:invoices?|receipts?|bill(?:ing|ed)?\b|vat\b|gst\b|tax (?:number|id|invoice)|charged (?:\w+ ){0,3}(?:twice|two times|wrong|double|too much|more|again|extra)|(?:double|duplicate|two|second|unknown|unauthori[sz]ed|wrong|extra|pending) (?:charges?|payments?|billing|debit)|overcharged|charge on my|debited|(?:card|payment) (?:was |is |got |has been |keeps? (?:getting |being )?)?(?:declined|rejected|failed|refused|expired|not accepted|did not go|didn't go)|payment (?:methods|options|problem|issue|failed|error|reminder|link|confirmation)|(?:accept|take) (?:\w+ ){0,2}(?:paypal|visa|mastercard|amex|american express|apple pay|klarna|card|cards)|pay (?:with|by|via|in instal\w+|later)\b|instal+ments?|(?:coupon|promo|discount|voucher) (?:code|was|did|didn)|(?:code|coupon|voucher) [^.?!\n]{0,30}(?:not|n't)|gift ?card (?:balance|does|doesn|was not|wasn)|(?:balance|left|remaining) (?:of|on) (?:my )?gift ?card|how (?:much|do i pay)[^.?!\n]{0,30}gift ?card|price match|did you (?:get|receive) my (?:payment|transfer|money))/i,
  account:
    /\b(?:log(?:ged|ging)? ?in\b|sign(?:ing)? in\b|login|password|my account\b(?! (?:statement|shows|was charged|yet))|(?:user)?profile\b|unsubscribe|newsletters?|mailing list|gdpr|personal (?:data|information)|my data|delete (?:my|all)|hacked|two[- ]factor|verification (?:code|mail|email)|activation|(?:change|update|new|changed) (?:my |the |of )?(?:e-?mail|phone|surname|last name|name|contact)(?: address| number| details)?\b|loyalty points|username|stop (?:sending|emailing) me|opt (?:me )?out)/i,
};

/** The things of which a clause can be said not to want them. */
export const actWords: Readonly<Partial<Record<Intent, string>>> = {
  refund: String.raw`refund\w*|money back|reimburse\w*`,
  return: String.raw`return\w*|send(?:ing)? (?:it|them|this|that) back`,
  exchange: String.raw`exchang\w*|swap\w*|replace\w*|trade`,
  cancel_order: String.raw`cancel\w*|call(?:ing)? off`,
  modify_order: String.raw`chang(?:e|ing)|modify|modif\w+`,
  change_address: String.raw`chang(?:e|ing) (?:the|my) address`,
  damaged_or_wrong: String.raw`broken|damaged|defective|wrong|faulty`,
  complaint: String.raw`complain\w*|complaint|angry`,
};
