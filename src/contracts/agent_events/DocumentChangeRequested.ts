import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { words } from '../quantities';
import { tag } from '../tags';

/** A rule of the shop in plain words, or a question customers often ask with its answer. */
export const documentId = z.string().regex(/^(?:policy|faq):[a-z0-9][a-z0-9-]{0,39}$/, 'it is named like faq:opening');

/** What it says; null when it is not to be read any more. */
export const documentText = words(2000)
  .refine((text) => text.trim() !== '', 'it says nothing')
  .nullable();

/** The shopkeeper wants a text that agents read and quote to say something else, or a new one. `from` is the version they had before them. */
export const DocumentChangeRequested = defineProposal({
  type: 'DocumentChangeRequested',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'prompt-desk', accepted: ['DocumentChanged'], refused: 'DocumentChangeRefused' },
  schema: z.strictObject({ document: documentId, text: documentText, from: z.int().min(0) }),
  tags: (data) => [tag.document(data.document)],
  says: (data) =>
    data.text === null ? `${data.document} is to be withdrawn` : `${data.document} is to say other words`,
  example: { document: 'faq:opening', text: 'When can I call? From nine to five.', from: 0 },
});

/** The text stays as it is. */
export const DocumentChangeRefused = defineRefusal({
  type: 'DocumentChangeRefused',
  of: DocumentChangeRequested,
  example: {
    rule: 'other-version',
    because: 'faq:opening has version 2 by now, not version 1',
    about: ['document:faq:opening'],
  },
});
