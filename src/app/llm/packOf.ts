import { z } from 'zod';
import { readJson } from '../../kernel';
import { modelError } from '../../llm';
import { aboutModel, prebuiltModels } from '../../llm/engines/webllm';
import { knownHashes } from './knownHashes';
import type { PackCard } from './modelCard';
import { fileName, packNames } from './packFiles';

/** How long a context a model is given here when nobody says: what its makers' own programs are compiled for. */
const usualContextTokens = 4096;

const about = z.object({
  name: z.string().min(1).max(120),
  program: fileName,
  license: z.string().max(200).nullable(),
  contextTokens: z.number().int().min(1).max(1_000_000),
});

/** A fresh card for one of the models that the makers of WebLLM offer; `base` is where its folder lies, with a program in it. */
export function cardOfPrebuilt(name: string, url: string, programUrl: string): PackCard {
  const model = prebuiltModels.find((one) => one.name === name);
  if (!model) throw modelError('ModelUnavailable', `This app does not know a model "${name}".`);
  const { license } = aboutModel(model);
  return { ...blank(name, model.library), url, programUrl, license, contextTokens: model.contextTokens };
}

/**
 * A fresh card for files of this device. What they say of themselves is taken for a name and no more: hashes decide whether they are what a
 * known model is. @throws ModelCorrupt when they are no model for WebLLM.
 */
export async function cardOfFiles(files: ReadonlyMap<string, Blob>, folder: string): Promise<PackCard> {
  if (!files.has(packNames.config))
    throw modelError('ModelCorrupt', `There is no ${packNames.config} here: this is no model for WebLLM.`);
  const said = await saidBy(files.get(packNames.about));
  if (said) return { ...blank(said.name, said.program), license: said.license, contextTokens: said.contextTokens };
  const programs = [...files.keys()].filter((name) => name.endsWith('.wasm'));
  const [program] = programs;
  if (!program || programs.length > 1)
    throw modelError(
      'ModelCorrupt',
      `Expected one program (.wasm) beside ${packNames.config}, found ${programs.length}: put the one of this model there.`,
    );
  const model = prebuiltModels.find((one) => one.library === fileName.parse(program) && one.name === folder);
  return { ...blank(folder || 'model', program), contextTokens: model?.contextTokens ?? usualContextTokens };
}

async function saidBy(file: Blob | undefined): Promise<z.infer<typeof about> | null> {
  if (!file || file.size > 2_000_000) return null;
  const read = readJson(await file.text(), { chars: 2_000_000, depth: 6 });
  return 'value' in read ? (about.safeParse(read.value).data ?? null) : null;
}

function blank(name: string, program: string): PackCard {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .replaceAll(/^[^a-z0-9]+/g, '')
    .slice(0, 70);
  const isKnown = Object.hasOwn(knownHashes, name);
  return {
    id: isKnown ? plain : `pack:${plain || 'model'}`,
    name: name.slice(0, 120),
    engine: 'webllm',
    url: null,
    programUrl: null,
    trusted: isKnown,
    program,
    bytes: null,
    contextTokens: usualContextTokens,
    license: null,
    sha256: null,
    files: [],
  };
}
