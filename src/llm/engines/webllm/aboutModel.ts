import type { PrebuiltModel } from './prebuiltModels';

/** What a person wants to know of a model before fetching it, as far as its name tells. */
export interface AboutModel {
  /** Bytes to download, reckoned from its name; null when that says nothing. The true number is asked of its server. */
  readonly aboutBytes: number | null;
  /** Its licence, as its makers call it; null where nobody here knows. */
  readonly license: string | null;
  /** It computes in 16 bits, which not every graphics card can. */
  readonly needsF16: boolean;
}

// The terms under which the makers of each family give it away. The page of a model has the words that count.
const licenses: readonly (readonly [RegExp, string])[] = [
  [/^Llama-3\.2|^Hermes-3-Llama-3\.2/, 'Llama 3.2 Community License'],
  [/^Llama-3\.1|^Hermes-3-Llama-3\.1/, 'Llama 3.1 Community License'],
  [/^Llama-3-|^Hermes-2-(?:Pro|Theta)-Llama-3/, 'Llama 3 Community License'],
  [/^Llama-2/, 'Llama 2 Community License'],
  [/^DeepSeek-R1-Distill-Llama/, 'MIT, and the Llama 3.1 Community License'],
  [/^DeepSeek-R1-Distill-Qwen|^[Pp]hi-/, 'MIT'],
  [/^Qwen2\.5-(?:Coder-)?3B/, 'Qwen Research License (no commercial use)'],
  [/^Qwen|^SmolLM2|^TinyLlama|^RedPajama|^OLMo|Mistral-7B|^Ministral|^WizardMath/, 'Apache-2.0'],
  [/^gemma/, 'Gemma Terms of Use'],
  [/^stablelm/, 'Stability AI Non-Commercial Research Community License'],
];

/** Bits that a weight takes in each way of keeping them, scales included. */
const bitsOf: Readonly<Record<string, number>> = { q0f16: 16, q0f32: 32, q3f16: 3.6, q4f16: 4.5, q4f32: 5 };

/** What the name of a model says about it. */
export function aboutModel({ name }: Pick<PrebuiltModel, 'name'>): AboutModel {
  const [, count, unit] = /-?(\d+(?:[._]\d+)?)([BbM])(?=-)/.exec(name) ?? [];
  const bits = bitsOf[/q\df(?:16|32)/.exec(name)?.[0] ?? ''];
  const weights = count && unit ? Number(count.replace('_', '.')) * (unit === 'M' ? 1e6 : 1e9) : null;
  return {
    aboutBytes: weights !== null && bits ? Math.round((weights * bits) / 8) : null,
    license: licenses.find(([names]) => names.test(name))?.[1] ?? null,
    needsF16: /q\df16/.test(name),
  };
}
