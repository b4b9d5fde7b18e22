import { z } from 'zod';
import { defineFact } from '../defineContract';
import { importId } from '../ids';
import { leftOut } from '../takenOver';
import { level } from '../quantities';
import { tag } from '../tags';

/** What came of a batch of orders from elsewhere; each one taken over follows in the same commit. */
export const OrderImportBooked = defineFact({
  type: 'OrderImportBooked',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ importId, taken: level.min(1), leftOut: leftOut.max(100) }),
  tags: (data) => [tag.import(data.importId)],
  says: (data) => `import ${data.importId}: ${data.taken} orders taken over, ${data.leftOut.length} left out`,
  example: {
    importId: 'i-1',
    taken: 1,
    leftOut: [{ id: '1043', rule: 'order-exists', because: 'the order number 1043 cannot be used again' }],
  },
});
