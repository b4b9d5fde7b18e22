import type { WordVectorFiles } from '../agent';

/** Reads the word vectors from beside the app, or from what the service worker stored. The agents' threads need no network for it. */
export async function fetchWordVectors(): Promise<WordVectorFiles> {
  const read = async (name: string): Promise<ArrayBuffer> => {
    const response = await fetch(new URL(`embeddings/${name}`, document.baseURI));
    if (!response.ok) throw new Error(`Expected embeddings/${name} beside the app, got status ${response.status}.`);
    return response.arrayBuffer();
  };
  const [words, vectors, scales, weights] = await Promise.all([
    read('words.txt'),
    read('vectors.i8'),
    read('scales.f32'),
    read('weights.f32'),
  ]);
  return { words, vectors, scales, weights };
}
