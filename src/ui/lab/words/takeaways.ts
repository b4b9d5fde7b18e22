import type { LessonId } from './lessons';
import type { Pointer } from './LessonWords';

/** The article's takeaways, where they live in the app and in the code. */
export const takeaways: readonly {
  readonly says: string;
  readonly lesson: LessonId;
  readonly pointers: readonly Pointer[];
}[] = [
  {
    says: 'Embrace events: the truth is a series of facts that are never changed.',
    lesson: 'lost',
    pointers: [
      { says: 'The log', href: '#/log' },
      { says: 'How a commit is sealed', path: 'src/log/sealCommit.ts' },
    ],
  },
  {
    says: 'Define clear state ownership: one owner for each kind of truth.',
    lesson: 'race',
    pointers: [
      { says: 'Orders and stock', href: '#/shop' },
      { says: 'Who answers what', path: 'docs/events.md' },
    ],
  },
  {
    says: 'Agents observe and propose; they do not change the world themselves.',
    lesson: 'promotion',
    pointers: [
      { says: 'Each agent’s decisions', href: '#/agents/marketing' },
      { says: 'The only way out of an agent', path: 'src/app/world/agentDesk.ts' },
    ],
  },
  {
    says: 'Manage context with retrieval: a small, relevant part, of the right customer.',
    lesson: 'told',
    pointers: [
      { says: 'What support was shown', href: '#/agents/support' },
      { says: 'Filter first, then rank', path: 'src/knowledge/openKnowledge.ts' },
    ],
  },
  {
    says: 'Think transactions, not just conversations.',
    lesson: 'crash',
    pointers: [
      { says: 'Break it, at a named step', href: '#/shop' },
      { says: 'A turn from trigger to settlement', path: 'src/agents/takeTurn.ts' },
    ],
  },
  {
    says: 'Be able to say why: every event names its cause.',
    lesson: 'bug',
    pointers: [
      { says: 'Choose an event, then Why', href: '#/log' },
      { says: 'Follow a mail through the code', path: 'docs/follow-a-mail.md' },
    ],
  },
  {
    says: 'Start simple, and be ready to restructure: views and memories are rebuilt from the log.',
    lesson: 'twice',
    pointers: [
      { says: 'Verify the log', href: '#/data' },
      { says: 'A view is a fold', path: 'src/projections/orders.ts' },
    ],
  },
];
