import type { EventOf } from '../../contracts';
import { hasAvailable } from '../availability';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Noticeboard } from './Noticeboard';

/** Publishes a post, if there is something to buy at this moment. */
export function decidePost(board: Noticeboard, { data }: EventOf<'PostDrafted'>): Decision {
  const { postId, sku } = data;
  if (!board.skus.has(sku)) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  if (board.posts.has(postId)) return refuse('post-exists', `the post ${postId} is already out`);
  if (!hasAvailable(board.available, sku)) return refuse('none-available', `no ${sku} is available`);
  return [{ type: 'PostPublished', data }];
}
