import { sha256Hex } from '../kernel';

const mark = 'visitor-';

/** The customer id of a stranger, good for one mail. Nothing ever belongs to it. */
export function visitorOf(mailId: string): string {
  // An id has at most 64 characters; a long mail id is told by its hash, so that two never share a visitor.
  return mark + (mailId.length <= 40 ? mailId : sha256Hex(mailId).slice(0, 48));
}

/** True for an id that no customer may have. */
export function isVisitor(customerId: string): boolean {
  return customerId.startsWith(mark);
}
