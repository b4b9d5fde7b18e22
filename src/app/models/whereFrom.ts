import { folderOf, libraryAddress, weightsAddress, type PrebuiltModel } from '../../llm/engines/webllm';

/** Where the files of a model come from: its folder, which ends in a slash, and the program that runs it. */
export type Addresses = readonly [folder: string, program: string];

/**
 * The addresses of an offered model: its makers' own, or a folder of that name on a mirror. A mirror is a folder of packs, as they are saved here
 * and unpacked there: each with its program in it.
 */
export function whereFrom(model: PrebuiltModel, mirror: string | null): Addresses {
  if (mirror === null) return [`${weightsAddress}${folderOf(model)}/resolve/main/`, libraryAddress + model.library];
  const folder = `${mirror}${model.name}/`;
  return [folder, folder + model.library];
}
