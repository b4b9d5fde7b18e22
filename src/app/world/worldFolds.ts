import { invariantsFold, viewsFold } from '../../projections';
import { servicesFold } from '../../services';

/** All that is folded while a world is led; each is stored as a snapshot of its own. */
export const ledFolds = [viewsFold, invariantsFold, servicesFold] as const;

/** What a tab that only follows folds: it decides nothing. */
export const followedFolds = [viewsFold, invariantsFold] as const;
