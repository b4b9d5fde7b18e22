import { AppError } from '../../../kernel';
import { modelError } from '../../model/modelErrors';

/** What the library throws while it loads, by the error's name, and what that means here. */
const whileLoading: readonly (readonly [RegExp, 'ModelUnavailable' | 'ModelCorrupt'])[] = [
  [/^WebGPUNot|^FeatureSupport|^ShaderF16/, 'ModelUnavailable'],
  [/^Integrity|^CompileError|^LinkError|^SyntaxError|^ArtifactManifest|^UnsupportedTokenizer/, 'ModelCorrupt'],
];

/** Why a model could not be loaded. The graphics card gone is EngineLost: a new thread may do better. */
export function loadFailure(error: unknown, model: string): Error {
  if (error instanceof AppError) return error;
  const { name, words } = partsOf(error);
  const [, code] = whileLoading.find(([names]) => names.test(name)) ?? [];
  if (code) return modelError(code, `WebLLM cannot run ${model}: ${words}.`, error);
  if (/compatible GPU|exceeds limit/.test(words)) return modelError('ModelUnavailable', `WebLLM: ${words}.`, error);
  if (isGpuLoss(name, words)) return lost(model, words, error);
  return modelError('ModelCorrupt', `WebLLM cannot run ${model}: ${words}.`, error);
}

/** Errors that say something of the question; after any other one nobody knows what state the graphics card is in. */
const ofTheQuestion =
  /^(?:MessageOrder|SystemMessage|ContentType|UnsupportedRole|InvalidResponseFormat|GrammarMatcher|SeedType|InvalidStream|.*RangeError$)/;

/** Why a model did not answer. */
export function answerFailure(error: unknown, model: string): Error {
  if (error instanceof AppError) return error;
  const { name, words } = partsOf(error);
  if (/^ContextWindowSizeExceeded/.test(name)) return modelError('ContextOverflow', `${model}: ${words}.`, error);
  if (ofTheQuestion.test(name)) return new AppError('EngineFailed', `${model}: ${words}.`, { cause: error });
  return lost(model, words, error);
}

const isGpuLoss = (name: string, words: string): boolean =>
  /^(?:DeviceLost|Operation|Binding|GPU|ModelNotLoaded)/.test(name) || /device|GPU|WebGPU|mapAsync/i.test(words);

const lost = (model: string, words: string, error: unknown) =>
  modelError('EngineLost', `The graphics card was lost while it ran ${model}: ${words}.`, error);

function partsOf(error: unknown): { name: string; words: string } {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return { name, words: message.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200) };
}
