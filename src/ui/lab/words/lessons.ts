import type { PlayedLesson } from '../../../lab';
import { lost } from './lost';
import { race } from './race';
import { promotion } from './promotion';
import { bug } from './bug';
import { crash } from './crash';
import { twice } from './twice';
import { told } from './told';
import type { LessonWords } from './LessonWords';

/** The lessons in their order; `told` is about what a model is shown and has no schedule. */
export const lessonIds = ['lost', 'race', 'promotion', 'bug', 'crash', 'twice', 'told'] as const satisfies readonly (
  PlayedLesson | 'told'
)[];
export type LessonId = (typeof lessonIds)[number];

/** What each lesson says. */
export const lessonWords: Readonly<Record<LessonId, LessonWords>> = {
  lost,
  race,
  promotion,
  bug,
  crash,
  twice,
  told,
};
