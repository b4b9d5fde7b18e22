import { z } from 'zod';
import { fileName } from './packFiles';

// What the shelf keeps of a model besides its bytes. Any script of this origin could have written it, so it is parsed.
const common = {
  /** A file name, too: small letters, digits, dots, dashes, underscores; `pack:` before it for one that is not as its makers' hashes say. */
  id: z.string().regex(/^(?:pack:)?[a-z0-9][a-z0-9._-]{0,79}$/),
  name: z.string().max(120),
  /** Where it came from; null for a file of this device. */
  url: z.string().max(2000).nullable(),
  /** Of the whole of it; null while nobody knows. */
  bytes: z.number().int().min(0).nullable(),
  contextTokens: z.number().int().min(1),
  license: z.string().max(200).nullable(),
  /** Of the whole of it, when it is here: of the file, or of the list of a pack's files and their hashes. */
  sha256: z.string().max(64).nullable(),
};

const ggufCard = z.strictObject({
  ...common,
  engine: z.literal('wllama'),
  /** Which version of the file it was at its server: what goes on later must be the same one. */
  etag: z.string().max(300).nullable(),
});

const packCard = z.strictObject({
  ...common,
  engine: z.literal('webllm'),
  /** The file name of the program that runs it, and where that came from. */
  program: fileName,
  programUrl: z.string().max(2000).nullable(),
  /** A person has said that its program may run here, though this app knows no hash of it. */
  trusted: z.boolean(),
  /** What is here of it: `mark` is the MD5 that the model's own list has, for weights. */
  files: z
    .array(
      z.strictObject({
        name: fileName,
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        mark: z.string().max(32).nullable(),
      }),
    )
    .max(5000),
});

/** Any card, as it lies beside a model. */
export const modelCard = z.discriminatedUnion('engine', [ggufCard, packCard]);

/** A model in one GGUF file, or as much of it as is here. */
export type GgufCard = z.infer<typeof ggufCard>;
/** A model of many files for WebLLM, or as much of it as is here. */
export type PackCard = z.infer<typeof packCard>;
export type ModelCard = z.infer<typeof modelCard>;
