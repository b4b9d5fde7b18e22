import { expect, test } from 'vitest';
import { campaigns } from './campaigns';
import { tellHistory } from './told/tellHistory';

const post = { postId: 'p-1', sku: 'MUG-1', occasion: 'new-product', text: 'New: the mug' } as const;
const refusal = { rule: 'none-available', because: 'no MUG-1 is available', about: ['post:p-1', 'sku:MUG-1'] };

function open() {
  const history = tellHistory();
  const view = () => history.events.reduce((folded, event) => campaigns.evolve(folded, event), campaigns.open());
  return { ...history, view, post: () => view().posts.get('p-1' as never) };
}

test('[CMPV1] a published post has its text, and its draft no longer waits', () => {
  const { tell, view, ...desk } = open();
  const draft = tell('PostDrafted', post);
  expect(view().drafts.size).toBe(1);
  expect(desk.post()).toBeUndefined();
  tell('PostPublished', post, { answers: draft });
  expect(desk.post()).toMatchObject({ ...post, status: 'published', because: null, changedAt: 2 });
  expect(view().drafts.size).toBe(0);
});

test('[CMPV2] a rejected post shows the text of its draft and the reason of the desk', () => {
  const { tell, ...desk } = open();
  tell('PostRejected', refusal, { answers: tell('PostDrafted', post) });
  expect(desk.post()).toMatchObject({ ...post, status: 'rejected', because: 'no MUG-1 is available' });
});

test('[CMPV2] a post that is out stays out when a second draft of its id is rejected', () => {
  const { tell, view, ...desk } = open();
  tell('PostPublished', post, { answers: tell('PostDrafted', post) });
  tell(
    'PostRejected',
    { ...refusal, rule: 'post-exists' },
    { answers: tell('PostDrafted', { ...post, text: 'Again' }) },
  );
  expect(desk.post()).toMatchObject({ ...post, status: 'published', changedAt: 2 });
  expect(view().drafts.size).toBe(0);
});

test('[CMPV3] a promotion runs, rests, runs again and ends, and says why it was last changed', () => {
  const { tell, view } = open();
  const promotion = { promotionId: 'pr-1', sku: 'MUG-1' };
  const row = () => view().promotions.get('pr-1' as never);
  tell('PromotionStarted', { ...promotion, saleId: 's-1', text: 'Cheap' });
  expect(row()).toMatchObject({ status: 'running', because: null, saleId: 's-1', text: 'Cheap' });
  tell('PromotionPaused', { ...promotion, reason: 'stock low' });
  expect(row()).toMatchObject({ status: 'paused', because: 'stock low' });
  tell('PromotionResumed', { ...promotion, reason: 'stock back' });
  expect(row()).toMatchObject({ status: 'running', because: 'stock back' });
  tell('PromotionEnded', { ...promotion, saleId: 's-1' });
  expect(row()).toMatchObject({ status: 'ended', changedAt: 4 });
});

test('[CMPV4] a withdrawn post says why, and a draft of its id does not bring it back', () => {
  const { tell, ...desk } = open();
  tell('PostPublished', post, { answers: tell('PostDrafted', post) });
  const { postId, sku, occasion } = post;
  tell('PostWithdrawn', { postId, sku, occasion, because: 'sold-out' });
  expect(desk.post()).toMatchObject({ ...post, status: 'withdrawn', because: 'sold out', changedAt: 3 });
  tell('PostRejected', { ...refusal, rule: 'post-exists' }, { answers: tell('PostDrafted', post) });
  expect(desk.post()).toMatchObject({ status: 'withdrawn', changedAt: 3 });
});
