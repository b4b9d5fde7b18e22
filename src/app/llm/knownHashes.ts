/** The SHA-256 of each file of a model, in hex, by the file's name. */
export type FileHashes = Readonly<Record<string, string>>;

/**
 * Models whose files are known: by the name that WebLLM's makers gave them, the hash of every file, the program among them. A model on this list
 * is kept only when all of them match; one that is not is unverified, said so, and never kept under its makers' address.
 *
 * It is empty: hashes are written down from files that somebody has fetched from their makers and looked at, and never from what a mirror says.
 * The entry of a model is the `files` of the `pack.json` in its saved pack.
 */
export const knownHashes: Readonly<Record<string, FileHashes>> = {};
