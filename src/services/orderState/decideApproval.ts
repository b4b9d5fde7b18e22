import type { EventOf, WorldEvent } from '../../contracts';
import { staleRefusal } from '../answer';
import { refuse } from '../refuse';
import type { Decision, FactDraft, Refusal } from '../Service';
import { refuseAsked, resume } from './decideAsked';
import type { OrderBook } from './OrderBook';
import type { Asked } from './Asked';
import { watchersOf } from './Parked';

/**
 * The shopkeeper's word on what is parked. It holds for the payload that was shown and the world under it: when either is another now,
 * the approval lapses and a new proposal is needed. A second word changes nothing.
 */
export function decideApproval(book: OrderBook, { data }: EventOf<'ApprovalDecided'>): Decision {
  const { proposalId, verdict, because, payload } = data;
  const parked = book.parked.get(proposalId);
  const asked = book.asked.get(proposalId);
  if (!asked || parked?.waitsFor !== 'approval') {
    return parked || book.settled.has(proposalId)
      ? refuse('already-decided', 'this was decided already, and nothing changed')
      : refuse('no-such-approval', `nothing called ${proposalId} waits for an approval`);
  }
  if (payload !== parked.payload) return refuse('other-payload', 'this is not what was shown: look at it again');
  if (parked.moved.length > 0) return lapse(asked, staleRefusal(parked.moved));

  const { orderId, customerId } = asked.data;
  const fact = { proposalId, orderId, customerId, because };
  if (verdict === 'refuse') {
    const no = refuse(
      'not-approved',
      because === '' ? 'the shop decided against it' : `the shop decided against it: ${because}`,
    );
    return [{ type: 'ApprovalRefused', data: fact }, refuseAsked(asked, no)];
  }
  const { refused, facts } = resume(book, asked, { approval: true, stock: false });
  return refused ? lapse(asked, refused) : [{ type: 'ApprovalGiven', data: fact }, ...facts];
}

/** A fact made parked proposals void: their approvals lapse, and they are refused as stale. */
export function lapseApprovals(book: OrderBook, event: WorldEvent): readonly FactDraft[] {
  return watchersOf(book, event).flatMap((id) => {
    const asked = book.asked.get(id);
    const parked = book.parked.get(id);
    // Noted while folding, unless the shopkeeper or another fact was faster and it is closed.
    if (!asked || parked?.waitsFor !== 'approval' || parked.moved.length === 0) return [];
    return lapse(asked, staleRefusal(parked.moved));
  });
}

function lapse(asked: Asked, refusal: Refusal): readonly [FactDraft, FactDraft] {
  const { orderId, customerId } = asked.data;
  const fact = {
    proposalId: asked.id,
    orderId,
    customerId,
    moved: [...(refusal.moved ?? [])],
    because: refusal.because,
  };
  return [{ type: 'ApprovalLapsed', data: fact }, refuseAsked(asked, refusal)];
}
