import { z } from 'zod';
import { readJson } from '../../kernel';
import { modelError } from '../../llm';

const MiB = 1024 * 1024;

/** Names of the files of a model for WebLLM, as its makers put them into one folder. */
export const packNames = {
  config: 'mlc-chat-config.json',
  /** The list of its weights; older models call it by the second name. */
  lists: ['tensor-cache.json', 'ndarray-cache.json'],
  tokenizers: ['tokenizer.json', 'tokenizer.model'],
  /** What a saved pack says of itself: what its card on the shelf said. */
  about: 'pack.json',
} as const;

/** How large each of them may be: what is larger is none, and is not read to its end. */
export const packCaps = { config: MiB, list: 16 * MiB, tokenizer: 64 * MiB, program: 128 * MiB } as const;

/** A file name, and no way out of its folder. */
export const fileName = z.string().regex(/^[A-Za-z0-9_][\w.-]{0,120}$/);

const config = z.object({
  tokenizer_files: z.array(z.string().max(200)).max(20),
  context_window_size: z.number().int().max(10_000_000).optional(),
});

const list = z.object({
  metadata: z.record(z.string().max(200), z.unknown()).optional(),
  records: z
    .array(
      z.object({
        dataPath: fileName,
        nbytes: z
          .number()
          .int()
          .min(1)
          .max(4096 * MiB),
        md5sum: z.string().regex(/^[0-9a-f]{32}$/),
      }),
    )
    .min(1)
    .max(4000),
});

/** A file of weights, as the model's own list has it. */
export interface Shard {
  readonly name: string;
  readonly bytes: number;
  readonly md5: string;
}

/** What a model's configuration says: its tokenizer's file, and how long a context it was made for. @throws ModelCorrupt. */
export function configOf(bytes: Uint8Array): { readonly tokenizer: string; readonly contextTokens: number | null } {
  const { tokenizer_files: files, context_window_size: context } = parsed(
    config,
    bytes,
    packNames.config,
    packCaps.config,
  );
  const tokenizer = packNames.tokenizers.find((name) => files.includes(name));
  if (!tokenizer) throw modelError('ModelCorrupt', `${packNames.config} names no tokenizer that WebLLM can read.`);
  return { tokenizer, contextTokens: context !== undefined && context > 0 ? context : null };
}

/** The weights of a model. @throws ModelCorrupt. */
export function shardsOf(bytes: Uint8Array): Shard[] {
  const { records } = parsed(list, bytes, packNames.lists[0], packCaps.list);
  return records.map(({ dataPath, nbytes, md5sum }) => ({ name: dataPath, bytes: nbytes, md5: md5sum }));
}

/** A program for WebAssembly begins with these four bytes. */
export function mustBeProgram(bytes: Uint8Array, name: string): void {
  const isProgram = ['\0', 'a', 's', 'm'].every((letter, n) => bytes[n] === letter.charCodeAt(0));
  if (!isProgram) throw modelError('ModelCorrupt', `${name} is no program for WebAssembly: ${beginning(bytes)}.`);
}

/** How a file begins, in words: mostly it is a page that says what went wrong. */
export function beginning(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 24)).replaceAll(/[^ -~]/g, '·');
  return `it begins with "${text}"`;
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string, chars: number): T {
  const read = readJson(new TextDecoder().decode(bytes), { chars, depth: 12 });
  if (!('value' in read)) throw modelError('ModelCorrupt', `${name}: ${read.because}; ${beginning(bytes)}.`);
  const found = schema.safeParse(read.value);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw modelError('ModelCorrupt', `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}.`);
}
