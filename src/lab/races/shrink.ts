import { noFaults, type LabInput, type LabProduct, type Scenario } from '../scenario/Scenario';

/** Leaves out of a written scenario whatever it still breaks without: faults, what was done by hand, inputs, products; then moves the rest together. */
export function shrink(from: Scenario, breaks: (scenario: Scenario) => boolean): Scenario {
  let best = from;
  // What could not be left out before may be left out now.
  for (let round = 0; round < mostRounds; round++) {
    const smaller = shrinkOnce(best, breaks);
    if (JSON.stringify(smaller) === JSON.stringify(best)) break;
    best = smaller;
  }
  return best;
}

const mostRounds = 4;

function shrinkOnce(from: Scenario, breaks: (scenario: Scenario) => boolean): Scenario {
  let best = from;
  const keep = (smaller: Scenario): boolean => {
    if (!breaks(smaller)) return false;
    best = smaller;
    return true;
  };
  for (const key of Object.keys(noFaults) as (keyof typeof noFaults)[])
    if (best.faults[key] !== noFaults[key]) keep({ ...best, faults: { ...best.faults, [key]: noFaults[key] } });
  best = { ...best, byHand: without(best.byHand, (byHand) => breaks({ ...best, byHand: [...byHand] })) };
  if (best.play.kind !== 'script') return best;

  const { products } = best.play;
  const withInputs = (inputs: readonly LabInput[], some: readonly LabProduct[] = products): Scenario => ({
    ...best,
    play: { kind: 'script', products: [...some], inputs: [...inputs] },
  });
  const inputs = without(best.play.inputs, (some) => breaks(withInputs(some)));
  const needed = products.filter(({ sku }) => inputs.some((input) => 'sku' in input && input.sku === sku));
  keep(withInputs(inputs));
  keep(withInputs(inputs, needed));
  keep(closer(best));
  return best;
}

/** Takes away halves, quarters … and at last single items, as long as what is left still does it (delta debugging). */
function without<T>(items: readonly T[], stillDoes: (items: readonly T[]) => boolean): T[] {
  let kept = [...items];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = kept.toSpliced(at, size);
      if (fewer.length < kept.length && stillDoes(fewer)) kept = fewer;
      else at += size;
    }
  }
  return kept;
}

/** The same with the first input a second into the day: nobody waits for what was left out. */
function closer(from: Scenario): Scenario {
  if (from.play.kind !== 'script') return from;
  const { inputs } = from.play;
  const early = Math.max(0, Math.min(...inputs.map((input) => input.atMs)) - 1_000);
  const sooner = <T extends { readonly atMs: number }>(one: T): T => ({ ...one, atMs: Math.max(0, one.atMs - early) });
  return {
    ...from,
    play: { ...from.play, inputs: inputs.map(sooner) },
    byHand: from.byHand.map((fault) => (fault.kind === 'crash' ? sooner(fault) : fault)),
  };
}
