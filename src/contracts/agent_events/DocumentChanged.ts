import { z } from 'zod';
import { defineFact } from '../defineContract';
import { tag } from '../tags';
import { documentId, documentText } from './DocumentChangeRequested';

/** From here on agents that read the shop's texts find these words under this name, or nothing. Version 0 is what the app brings. */
export const DocumentChanged = defineFact({
  type: 'DocumentChanged',
  topic: 'agent_events',
  owner: 'prompt-desk',
  schema: z.strictObject({ document: documentId, text: documentText, version: z.int().min(1) }),
  tags: (data) => [tag.document(data.document)],
  says: (data) => `${data.document} ${data.text === null ? 'is withdrawn' : 'says other words'} from here on`,
  example: { document: 'faq:opening', text: 'When can I call? From nine to five.', version: 1 },
});
