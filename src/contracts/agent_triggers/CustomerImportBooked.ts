import { z } from 'zod';
import { defineFact } from '../defineContract';
import { importId } from '../ids';
import { level } from '../quantities';
import { leftOut } from '../takenOver';
import { tag } from '../tags';

/** What came of a batch of customers; each one registered follows in the same commit. */
export const CustomerImportBooked = defineFact({
  type: 'CustomerImportBooked',
  topic: 'agent_triggers',
  owner: 'mailroom',
  schema: z.strictObject({ importId, taken: level.min(1), leftOut: leftOut.max(100) }),
  tags: (data) => [tag.import(data.importId)],
  says: (data) => `import ${data.importId}: ${data.taken} customers registered, ${data.leftOut.length} left out`,
  example: { importId: 'i-1', taken: 1, leftOut: [] },
});
