import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Prompts } from './Prompts';

/** So many texts can be changed or added; all of them are searched for every mail. */
const most = 200;

/** Lets a text say something else, when it is something else, and whoever wrote it had the words before them that hold. */
export function decideDocument({ documents }: Prompts, { data }: EventOf<'DocumentChangeRequested'>): Decision {
  const { document, text, from } = data;
  const known = documents.get(document);
  const version = known?.version ?? 0;
  if (version !== from)
    return refuse('other-version', `${document} has version ${version} by now, not version ${from}`);
  if (known && known.text === text) return refuse('same-text', `${document} is just that already`);
  if (!known && documents.size >= most) return refuse('too-many', `${most} texts were changed or added already`);
  return [{ type: 'DocumentChanged', data: { document, text, version: from + 1 } }];
}
