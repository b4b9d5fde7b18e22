import { z } from 'zod';
import { AppError } from '../kernel';
import { actors } from './actors';
import { contractOf } from './contractOf';
import type { Draft } from './event';
import { isEventType } from './event';
import { eventId } from './ids';
import { position } from './quantities';

const envelope = z.strictObject({
  id: eventId,
  type: z.string().max(60),
  data: z.unknown(),
  by: z.enum(actors),
  external: z.boolean().optional(),
  causationId: eventId.nullable(),
  correlationId: eventId,
  answers: eventId.optional(),
  basis: position.optional(),
});

/**
 * The door for everything that wants to become an event: envelope, type, signature and data are checked, and what comes out is what
 * the schema let through.
 *
 * @throws InvalidEvent naming the field when the shape is wrong, NotYours when this author may not say this.
 */
export function parseDraft(input: unknown): Draft {
  const outer = envelope.safeParse(input);
  if (!outer.success) throw invalid('event', outer.error);
  const { type, by } = outer.data;
  if (!isEventType(type))
    throw new AppError('InvalidEvent', `There is no message called "${type}". See docs/events.md.`);
  const contract = contractOf(type);
  if (!contract.publishedBy.includes(by)) {
    throw new AppError('NotYours', `${type} can be published by ${contract.publishedBy.join(', ')}; "${by}" may not.`);
  }
  const inner = contract.schema.safeParse(outer.data.data);
  if (!inner.success) throw invalid(type, inner.error);
  return { ...outer.data, data: inner.data } as Draft;
}

function invalid(what: string, error: z.ZodError): AppError {
  const issues = error.issues.slice(0, 5).map((issue) => `${['data', ...issue.path].join('.')}: ${issue.message}`);
  return new AppError('InvalidEvent', `${what} does not have its declared shape. ${issues.join('; ')}`, {
    cause: error,
  });
}
