import { buckets, featuresOf } from './features';
import { intents, type Intent } from './intents';

/** How likely a sentence is about each thing; the shares add up to 1. */
export type Likelihoods = Readonly<Record<Intent, number>>;

/** A multinomial logistic regression over hashed words, made by `npm run train:intent`. */
export interface IntentModel {
  judge(sentence: string): Likelihoods;
}

/** The weights as they are committed: a signed byte for each intent and bucket, row by row, in base64. */
export interface StoredWeights {
  readonly scale: number;
  readonly bias: readonly number[];
  readonly weights: string;
}

/** Opens a model from its stored weights. */
export function openIntentModel({ scale, bias, weights }: StoredWeights): IntentModel {
  const bytes = fromBase64(weights);
  if (bytes.length !== intents.length * buckets)
    throw new Error(
      `the weights have ${bytes.length} bytes, expected ${intents.length * buckets}: run npm run train:intent`,
    );
  return {
    judge(sentence) {
      const found = featuresOf(sentence);
      const length = Math.sqrt(found.size);
      const scores = intents.map((_, row) => {
        let sum = 0;
        for (const bucket of found) sum += bytes[row * buckets + bucket]!;
        return (sum * scale) / length + bias[row]!;
      });
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      return Object.fromEntries(intents.map((one, row) => [one, shares[row]! / total])) as Record<Intent, number>;
    },
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes base64 without any platform's help: this room runs everywhere. */
function fromBase64(text: string): Int8Array {
  const codes = new Map([...digits].map((digit, code) => [digit, code]));
  const out = new Int8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let [at, held, bits] = [0, 0, 0];
  for (const sign of text) {
    const code = codes.get(sign);
    if (code === undefined) continue;
    held = ((held << 6) | code) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 0xff;
    }
  }
  return out;
}

let loaded: Promise<IntentModel> | null = null;

/** The committed model; its weights are a file of their own, read with the first mail. A failed read is tried again the next time. */
export function loadIntentModel(): Promise<IntentModel> {
  loaded ??= import('./intentWeights.json').then(
    (file) => openIntentModel(file.default),
    (error: unknown) => {
      loaded = null;
      throw error;
    },
  );
  return loaded;
}
