import { createTarDecoder, createTarPacker } from 'modern-tar';
import { modelError } from '../../llm';
import type { PackCard } from './modelCard';
import { keptFile } from './packCache';
import { packNames } from './packFiles';

/** How many files a pack may have; a model of 7 GB has about 200. */
const mostFiles = 5000;

/** A whole model as one file, to be taken elsewhere on a stick: a tar archive that any other program opens, too. */
export async function tarOf(card: PackCard): Promise<Blob> {
  const { readable, controller } = createTarPacker();
  const whole = new Response(readable).blob();
  const { id, name, program, license, contextTokens, files } = card;
  const about = { id, name, program, license, contextTokens, files };
  await add(packNames.about, new Blob([JSON.stringify(about, null, 2)]));
  for (const { name: file } of files) {
    const kept = await keptFile(card, file);
    if (!kept) throw modelError('ModelUnavailable', `${file} of ${name} is no longer on this device.`);
    await add(file, kept);
  }
  controller.finalize();
  return whole;

  async function add(file: string, body: Blob): Promise<void> {
    await body.stream().pipeTo(controller.add({ name: file, size: body.size, type: 'file' }));
  }
}

/** The files in a tar archive, by their names without folders. @throws ModelCorrupt. */
export async function filesOfTar(archive: Blob): Promise<ReadonlyMap<string, Blob>> {
  const files = new Map<string, Blob>();
  try {
    for await (const { header, body } of archive.stream().pipeThrough(createTarDecoder({ strict: true }))) {
      if (header.type !== 'file') {
        await body.cancel();
        continue;
      }
      if (files.size === mostFiles) throw new Error(`it has more than ${mostFiles} files`);
      files.set(header.name.split('/').at(-1) ?? header.name, await new Response(body).blob());
    }
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw modelError('ModelCorrupt', `This is no whole tar archive: ${words}.`, cause);
  }
  return files;
}
