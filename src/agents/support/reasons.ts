import { z } from 'zod';

/** Why money goes back, as RefundRequested says it. */
export const refundReason = z.enum(['damaged', 'wrong-item', 'not-wanted', 'late', 'other']);
/** Why an order is off, as CancellationRequested says it. */
export const cancellationReason = z.enum(['no-longer-needed', 'ordered-by-mistake', 'too-slow', 'other']);

export type RefundReason = z.infer<typeof refundReason>;
export type CancellationReason = z.infer<typeof cancellationReason>;
