import type { Service } from '../Service';
import { decideCustomer, decideCustomers, decideForgetting, decideMail } from './decideMail';
import { decideEscalation, decideFiling, decideReply } from './decideReply';
import { evolvePostbag, openPostbag, type Postbag } from './Postbag';

/** The mailroom: who the customers are, which mails came in, and what was replied. Nothing untrue leaves it. */
export const mailroom: Service<Postbag> = {
  name: 'mailroom',
  version: 2,
  open: openPostbag,
  evolve: evolvePostbag,
  decide: {
    CustomerIntroduced: decideCustomer,
    CustomerImportSubmitted: decideCustomers,
    ForgettingRequested: decideForgetting,
    MailReceived: decideMail,
    ReplyDrafted: decideReply,
    EscalationRequested: decideEscalation,
    FilingRequested: decideFiling,
  },
  react: {},
};
