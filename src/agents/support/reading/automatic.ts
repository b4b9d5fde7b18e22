const senders =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|mdaemon)[+@.-]|mail delivery (?:subsystem|system)/i;
const subjects =
  /^(?:re: )?(?:auto(?:matic|mated)?[- ]?(?:reply|response|respuesta|antwort)|out of (?:the )?office|ooo\b|abwesenheit|automatische antwort|réponse automatique|respuesta automática|risposta automatica|away from|on (?:leave|vacation|holiday)|undeliver|delivery (?:status notification|failure|has failed|incomplete)|returned mail|failure notice|mail delivery (?:failed|failure)|message (?:not delivered|blocked)|unzustellbar|vacation (?:reply|response)|read:|gelesen:|ticket received)/i;
const texts =
  /\b(?:i am (?:currently )?(?:out of (?:the )?office|on (?:annual |parental |sick |maternity )?leave|on vacation)|i'm (?:currently )?(?:out of (?:the )?office|on (?:annual )?leave|on vacation)|(?:this is an? |this )(?:automat(?:ed|ic)|auto-generated) (?:reply|response|message|e-?mail)|(?:your|the) (?:message|mail|e-?mail) (?:to .{1,80} )?(?:couldn't|could not|was not|has not been) (?:be )?delivered|delivery to the following recipients? failed|recipient address rejected|do not reply to this (?:message|e-?mail)|limited access to (?:my )?e-?mail|i will (?:reply|respond) (?:to your (?:message|e-?mail) )?(?:when|upon|on) (?:i return|my return)|mailbox (?:is )?full|550[- ]5\.\d\.\d)/i;

/** True for what a machine sent: bounces, answers of absence, receipts. They are never answered, so that no two machines write to each other for ever. */
export function isAutomatic(
  from: { readonly name: string; readonly address: string },
  subject: string,
  text: string,
): boolean {
  return (
    senders.test(from.address) ||
    senders.test(from.name) ||
    subjects.test(subject.trim()) ||
    (text.length < 1500 && texts.test(text))
  );
}
