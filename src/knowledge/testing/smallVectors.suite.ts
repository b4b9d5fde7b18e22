import { staticVectors } from '../staticVectors';
import type { Embedder } from '../Embedder';

const words = ['mug', 'mugs', 'refund', 'back', 'pay', 'broken', 'order', 'shirt', 'parcel', 'way', 'lamp'];
// Words of one group point the same way.
const groups: Readonly<Record<string, number>> = { refund: 0, back: 0, pay: 0, mug: 1, mugs: 1, parcel: 2, way: 2 };
const dimensions = 4;

/** A table of eleven words, small enough to check by hand; each variant has a space of its own. */
export function smallVectors(variant: number): Embedder {
  const vectors = new Int8Array(words.length * dimensions);
  words.forEach((word, row) => (vectors[row * dimensions + (((groups[word] ?? 3) + variant) % dimensions)] = 100));
  return staticVectors({
    words: `${words.join('\n')}\n`,
    vectors,
    scales: new Float32Array(words.length).fill(0.01),
    weights: new Float32Array(words.length).fill(1),
  });
}
