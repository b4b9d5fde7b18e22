/** "It says delivered, but nothing is here." */
export const isNotThere = (text: string): boolean =>
  /\b(?:says?|said|shows?|showing|marked|according|supposed(?:ly)?|alleged(?:ly)?|claim\w*|status|tracking|page|signed)\b[^.?!\n]{0,70}\bdelivered\b/i.test(
    text,
  ) &&
  /\b(?:nothing|not here|wasn't|was not|never (?:came|arrived|got|received|reached)|nowhere|no (?:parcel|package|box|sign|delivery)|(?:did not|didn't|have not|haven't|has not|hasn't|not) (?:\w+ )?(?:arrived?|received?|get|got|gotten|come|turned up|shown up|here|there)|where did|missing|stolen)\b/i.test(
    text,
  );

/** "Must be ten months ago": longer than anything goes back, by the customer's own word. */
export const isLongAgo = (text: string): boolean =>
  /\b(?:(?:[4-9]|1\d|2\d|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many) months|(?:half )?a year|(?:\d|two|three|four|five) years) (?:ago|back)\b|\b(?:bought|ordered|got|purchased|from you)\b[^.?!\n]{0,40}\blast (?:year|winter|summer|spring|autumn|fall)\b/i.test(
    text,
  );

/** "I sent it back three weeks ago": what has gone back already, by the customer's own word. */
export const isSentBack = (text: string): boolean =>
  /\b(?:(?:sent|posted|shipped|mailed|dropped|brought|handed)\b[^.?!\n]{0,60}\b(?:back|in|off)|returned)\b[^.?!\n]{0,60}\b(?:ago|last (?:week|month)|(?:for|since) (?:\w+ ){0,2}(?:days|weeks|months|january|february|march|monday|tuesday|wednesday|thursday|friday))\b|\b(?:ago|last (?:week|month))\b[^.?!\n]{0,40}\b(?:sent|posted|shipped|mailed|brought)\b[^.?!\n]{0,40}\b(?:back|in)\b/i.test(
    text,
  );
