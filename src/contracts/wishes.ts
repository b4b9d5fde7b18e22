import './noEval';
import { z } from 'zod';
import { contracts } from './contracts';

/** What the shopkeeper can ask for or report on screen as it stands: each is one proposal, its data as its contract wants it. */
export const wish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PaymentCaptured'), data: contracts.PaymentCaptured.schema }),
  z.strictObject({ type: z.literal('ShipmentReported'), data: contracts.ShipmentReported.schema }),
  z.strictObject({ type: z.literal('DeliveryReported'), data: contracts.DeliveryReported.schema }),
  z.strictObject({ type: z.literal('CancellationRequested'), data: contracts.CancellationRequested.schema }),
  z.strictObject({ type: z.literal('AddressChangeRequested'), data: contracts.AddressChangeRequested.schema }),
  z.strictObject({ type: z.literal('ItemsChangeRequested'), data: contracts.ItemsChangeRequested.schema }),
  z.strictObject({
    type: z.literal('PaymentMethodChangeRequested'),
    data: contracts.PaymentMethodChangeRequested.schema,
  }),
  z.strictObject({ type: z.literal('ReturnRequested'), data: contracts.ReturnRequested.schema }),
  z.strictObject({ type: z.literal('ExchangeRequested'), data: contracts.ExchangeRequested.schema }),
  z.strictObject({ type: z.literal('RefundRequested'), data: contracts.RefundRequested.schema }),
  z.strictObject({ type: z.literal('ReturnReceived'), data: contracts.ReturnReceived.schema }),
  z.strictObject({ type: z.literal('StockCounted'), data: contracts.StockCounted.schema }),
  z.strictObject({ type: z.literal('WriteOffReported'), data: contracts.WriteOffReported.schema }),
  z.strictObject({ type: z.literal('SupplierDelayReported'), data: contracts.SupplierDelayReported.schema }),
  z.strictObject({ type: z.literal('ApprovalDecided'), data: contracts.ApprovalDecided.schema }),
  z.strictObject({ type: z.literal('PolicyChangeRequested'), data: contracts.PolicyChangeRequested.schema }),
  z.strictObject({ type: z.literal('DocumentChangeRequested'), data: contracts.DocumentChangeRequested.schema }),
]);

/** One of them. */
export type Wish = z.infer<typeof wish>;
