import { z } from 'zod';
import { topics } from '../contracts';

/** What is announced after a commit: where the world's log has come to, and on which topics. Never the events themselves. */
export const news = z.strictObject({
  world: z.string().max(64),
  position: z.int().min(1),
  topics: z.array(z.enum(topics)).max(topics.length),
});

export type News = z.infer<typeof news>;

/** A place where news is announced to whoever listens, in this thread or another. It may lose, double or reorder; nobody relies on it. */
export interface NewsChannel {
  announce(news: News): void;
  /** Returns the way to stop listening. */
  listen(listener: (news: News) => void): () => void;
  close(): void;
}
