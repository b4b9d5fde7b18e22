import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Hex } from '../../kernel';
import { modelError } from '../../llm';
import type { KeepWatch } from './keepModel';
import { knownHashes, type FileHashes } from './knownHashes';
import type { PackCard } from './modelCard';
import { removeFromShelf, writeCard } from './modelShelf';
import { deleteFiles, keptFile, putFile } from './packCache';
import { configOf, mustBeProgram, packCaps, packNames, shardsOf } from './packFiles';
import { readWhole, type PackSource } from './packSource';
import { mostContextTokens, mustFit } from './spaceFor';

/** How often a cut connection is taken up again before a person is asked. */
const mostTries = 3;

/**
 * Brings a model's files onto the shelf, or the rest of them. Each is read whole and checked before it is kept: size and MD5 against the model's
 * own list, and SHA-256 against the hashes that came with this app, where they are known. What is here stays when the connection is cut or the tab
 * is closed. The list of weights is kept last: before that, WebLLM does not find the model.
 * @throws DownloadFailed, ModelCorrupt, ModelTooBig, Cancelled.
 */
export async function keepPack(
  begun: PackCard,
  source: PackSource,
  watch: KeepWatch,
  known: FileHashes | undefined = knownHashes[begun.name],
): Promise<PackCard> {
  await writeCard(begun);
  const keeping = { card: begun };
  for (let tries = 1; ; tries++) {
    try {
      return await keepRest(keeping, source, watch, known);
    } catch (error) {
      const isCut = error instanceof Error && error.name === 'DownloadFailed' && error.cause instanceof TypeError;
      if (isCut && tries < mostTries) continue;
      const { card } = keeping;
      const isCorrupt = error instanceof Error && error.name === 'ModelCorrupt';
      if (isCorrupt) await deleteFiles(card);
      // Half of what comes from this device is of no use: it is quickly taken again.
      if (isCorrupt || card.files.length === 0 || card.url === null) await removeFromShelf(card.id);
      throw error;
    }
  }
}

interface Keeping {
  card: PackCard;
}

/** One try: what is here already is not asked for again. */
async function keepRest(
  keeping: Keeping,
  source: PackSource,
  { signal, onProgress }: KeepWatch,
  known: FileHashes | undefined,
): Promise<PackCard> {
  let done = 0;
  const tell = (more: number) => onProgress({ phase: 'download', done: (done += more), of: keeping.card.bytes });

  async function read(name: string, most: number, exactly: number | null = null) {
    const open = await source.open(name, signal);
    return open && readWhole(open, { name, most, exactly }, signal, tell);
  }

  async function put(name: string, bytes: Uint8Array<ArrayBuffer>, mark: string | null = null): Promise<void> {
    const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    if (known && known[name] !== sha256)
      throw modelError('ModelCorrupt', `${name} is not the file that this app knows: its SHA-256 is ${sha256}.`);
    await putFile(keeping.card, name, bytes).catch((cause: unknown) => {
      throw modelError('ModelTooBig', `The browser's space was full before ${name} was kept.`, cause);
    });
    const others = keeping.card.files.filter((file) => file.name !== name);
    keeping.card = { ...keeping.card, files: [...others, { name, bytes: bytes.length, sha256, mark }] };
    await writeCard(keeping.card);
  }

  async function isHere(name: string, mark: string | null): Promise<boolean> {
    const listed = keeping.card.files.find((file) => file.name === name && file.mark === mark);
    const isKept = listed !== undefined && (await keptFile(keeping.card, name))?.size === listed.bytes;
    if (isKept) tell(listed.bytes);
    return isKept;
  }

  const config = (await read(packNames.config, packCaps.config)) ?? missing(packNames.config);
  const { tokenizer, contextTokens } = configOf(config);
  const list =
    (await read(packNames.lists[0], packCaps.list)) ??
    (await read(packNames.lists[1], packCaps.list)) ??
    missing(packNames.lists[0]);
  const shards = shardsOf(list);
  const weights = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  await mustFit(weights - keeping.card.files.reduce((sum, { bytes }) => sum + bytes, 0));
  keeping.card = {
    ...keeping.card,
    bytes: config.length + list.length + weights,
    // Its makers compiled it for any context up to the one it learned on; memory grows with it.
    contextTokens: Math.min(mostContextTokens, contextTokens ?? keeping.card.contextTokens),
  };
  await put(packNames.config, config);

  const { program } = keeping.card;
  if (!(await isHere(program, null))) {
    const code = (await read(program, packCaps.program)) ?? missing(program);
    mustBeProgram(code, program);
    await put(program, code);
  }
  if (!(await isHere(tokenizer, null)))
    await put(tokenizer, (await read(tokenizer, packCaps.tokenizer)) ?? missing(tokenizer));
  for (const { name, bytes, md5: mark } of shards) {
    if (await isHere(name, mark)) continue;
    const shard = (await read(name, bytes, bytes)) ?? missing(name);
    if (bytesToHex(md5(shard)) !== mark)
      throw modelError('ModelCorrupt', `${name} is not the file that its model's own list names: its MD5 is another.`);
    await put(name, shard, mark);
  }
  // The library asks for the newer name only.
  await put(packNames.lists[0], list);
  const whole = wholeOf(keeping.card);
  await writeCard(whole);
  return whole;
}

/** A pack that is whole has a hash: of the list of its files and theirs, as `sha256sum` writes it. */
function wholeOf(card: PackCard): PackCard {
  const files = card.files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { ...card, files, bytes, sha256: sha256Hex(files.map((file) => `${file.sha256}  ${file.name}\n`).join('')) };
}

function missing(name: string): never {
  throw modelError('DownloadFailed', `There is no ${name} where this model should lie: it is not whole there.`);
}
