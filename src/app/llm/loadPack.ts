import { modelError, type LoadedModel, type LoadProgress } from '../../llm';
import { webllmPort } from '../../llm/engines/webllm';
import type { PackCard } from './modelCard';
import { addressesOf } from './packCache';
import { packNames } from './packFiles';

/** Loads a model of many files onto the graphics card, from this origin's caches. The library comes with the first one. */
export async function loadPack(card: PackCard, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel> {
  if (card.sha256 === null)
    throw modelError('ModelUnavailable', `${card.name} is not whole on this device. Go on with its download first.`);
  if (!card.trusted)
    throw modelError(
      'ModelUnavailable',
      `${card.name} brings a program that this app does not know, and nobody has said yet that it may run. Say so on the Models screen.`,
    );
  const port = webllmPort({
    gpu: navigator.gpu,
    library: async () => (await import('../../llm/engines/webllmLibrary')).webllmLibrary,
  });
  const { folder, program } = addressesOf(card);
  // Hashes were taken when the files came in; what lies in the caches since then anybody of this origin could have changed.
  const hashes = new Map(card.files.map(({ name, sha256 }) => [name, sri(sha256)]));
  const integrity = {
    config: hashes.get(packNames.config) ?? '',
    model_lib: hashes.get(card.program) ?? '',
    tokenizer: Object.fromEntries([...hashes].filter(([name]) => name.startsWith('tokenizer.'))),
  };
  const source = { model: card.id, address: folder, library: program, contextTokens: card.contextTokens, integrity };
  return port.load(source, { signal: new AbortController().signal, onProgress });
}

/** A hash in hex as the library wants it. */
function sri(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))}`;
}
