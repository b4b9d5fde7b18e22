import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A model of many files for WebLLM as far as a shelf can see: everything about it is right, but its program does nothing. */
export function tinyPack(shards = 3): Map<string, Uint8Array<ArrayBuffer>> {
  const weights = Array.from({ length: shards }, (_, n) => ({
    name: `params_shard_${n}.bin`,
    bytes: new Uint8Array(50_000).fill(n + 1),
  }));
  const records = weights.map(({ name, bytes }) => ({
    dataPath: name,
    format: 'raw-shard',
    nbytes: bytes.length,
    records: [],
    md5sum: bytesToHex(md5(bytes)),
  }));
  return new Map([
    [
      'mlc-chat-config.json',
      bytesOf(JSON.stringify({ tokenizer_files: ['tokenizer.json'], context_window_size: 4096 })),
    ],
    ['tensor-cache.json', bytesOf(JSON.stringify({ metadata: { ParamSize: shards }, records }))],
    ['tokenizer.json', bytesOf('{"model":{}}')],
    // The least module there is: four letters and a version.
    ['tiny-q4f32_1-webgpu.wasm', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])],
    ...weights.map(({ name, bytes }): [string, Uint8Array<ArrayBuffer>] => [name, bytes]),
  ]);
}
