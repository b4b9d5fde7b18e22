import { readFileSync } from 'node:fs';
import type { Embedder } from '../Embedder';
import { staticVectors } from '../staticVectors';

/** The embedder with the word vectors that the app ships, read from `public/embeddings`: for what runs in Node. */
export function shippedVectors(): Embedder {
  const read = (name: string) => readFileSync(new URL(`../../../public/embeddings/${name}`, import.meta.url));
  const bytes = (name: string) => new Uint8Array(read(name)).buffer;
  return staticVectors({
    words: read('words.txt').toString('utf8'),
    vectors: new Int8Array(bytes('vectors.i8')),
    scales: new Float32Array(bytes('scales.f32')),
    weights: new Float32Array(bytes('weights.f32')),
  });
}
