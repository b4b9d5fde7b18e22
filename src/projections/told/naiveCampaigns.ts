import { isRefusal } from '../../contracts';
import { all, answerTo, byText, last, sorted, type Rows } from './lookUp';

/** Posts, promotions and drafts, by what became of each. */
export const naiveCampaigns: Rows = (events) => ({
  posts: sorted(
    all(events, 'PostDrafted').flatMap((draft) => {
      const twins = all(events, 'PostDrafted').filter(({ data }) => data.postId === draft.data.postId);
      const answers = twins.flatMap((twin) => answerTo(events, twin) ?? []);
      const said = answers.find(({ type }) => type === 'PostPublished') ?? last(answers);
      if (!said || said.answers !== draft.id) return [];
      const refusal = isRefusal(said) ? said.data : null;
      const { postId, sku, occasion, text } = draft.data;
      const gone = all(events, 'PostWithdrawn').find(({ data }) => data.postId === draft.data.postId);
      const status = refusal ? 'rejected' : gone ? 'withdrawn' : 'published';
      const because = refusal?.because ?? gone?.data.because.replace('-', ' ') ?? null;
      return [[postId, { postId, sku, occasion, text, status, because, at: said.at }]];
    }),
  ),
  promotions: sorted(
    all(events, 'PromotionStarted').map(({ data }) => {
      const mine = events.filter((event) => 'promotionId' in event.data && event.data.promotionId === data.promotionId);
      const turns = mine.filter((event) => event.type === 'PromotionPaused' || event.type === 'PromotionResumed');
      const paused = last(turns)?.type === 'PromotionPaused';
      const status = all(mine, 'PromotionEnded').length > 0 ? 'ended' : paused ? 'paused' : 'running';
      return [data.promotionId, { ...data, status, because: last(turns)?.data.reason ?? null }];
    }),
  ),
  drafts: byText(
    all(events, 'PostDrafted')
      .filter((draft) => !answerTo(events, draft))
      .map(({ data }) => data),
  ),
});
