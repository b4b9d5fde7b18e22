/**
 * Words for a machine and not for a shop: "SYSTEM:", "ignore all previous instructions", a tool call spelt out. Whoever wrote them, they
 * are no customer's wish; what else the letter says still counts.
 */
export const toMachines: RegExp =
  /(?:^|[\n>\]"'`*#-])[ \t]{0,4}(?:system|assistant|developer|admin(?:istrator)?|tool)\s*(?:prompt|message|note|override)?\s*:|<\/?(?:system|script|letter|tool|instructions?|prompt)\b|\b(?:ignore|disregard|forget|override) (?:all |any |the |your )*(?:previous|prior|above|earlier|other) (?:instructions?|rules|prompts?|orders given)|\byou are (?:now |hereby )?(?:in )?(?:an? )?(?:admin|developer|debug|root|unrestricted|jailbroken)|\b(?:admin|developer|debug|god) mode\b|"(?:ask|tool|acts?|function|decide|name|arguments|parameters)"\s*:|\b(?:tool|function)[_ ]calls?\b|\b(?:new|updated) (?:system )?instructions?\b\s*:/i;
