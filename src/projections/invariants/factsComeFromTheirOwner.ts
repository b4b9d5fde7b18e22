import { contractOf } from '../../contracts';
import { defineInvariant } from './Invariant';

/** Single writers: the append door refuses a wrong signature, and this checks what lies in the log anyway. */
export const factsComeFromTheirOwner = defineInvariant<null>({
  id: 'INV7',
  says: 'Every fact was published by the one service that owns it, and everything else by somebody who may say it.',
  open: () => null,
  check(_, event) {
    const { kind, publishedBy } = contractOf(event.type);
    if (event.kind !== kind) return `it is declared as a ${kind}, and recorded as a ${event.kind}`;
    return publishedBy.includes(event.by) ? null : `"${event.by}" signed what only ${publishedBy.join(', ')} may say`;
  },
});
