import { modelError } from '../../model/modelErrors';
import { blockOf } from './ggufTypes';

/** What a GGUF file says of itself, as far as we look at it. */
export interface GgufHeader {
  readonly name: string;
  readonly architecture: string;
  readonly license: string | null;
  /** Tokens it was trained to read at once; null when it does not say. */
  readonly contextTokens: number | null;
  readonly chatTemplate: string | null;
  /** Bytes the file must have for all of its tensors to be there. */
  readonly bytes: number;
}

/** Numbers of one file, read from a piece of it; beyond its end it throws `Beyond`, and the reader comes back with a longer piece. */
class Beyond extends Error {}

/** More of these than any real model has: it is no model. */
const most = { facts: 10_000, tensors: 100_000, textBytes: 16_000_000, elements: 5_000_000, dimensions: 8 };

/** Nothing but the vocabulary is long in a header; the largest known take some 30 MB. */
const mostHeaderBytes = 128 * 1024 * 1024;

/**
 * Reads the header of a GGUF file (version 2 or 3) and checks that the file is long enough for what it lists. llama.cpp loads a truncated file,
 * or a web page in its place, without a word and fails at the first question.
 * @throws ModelCorrupt with words for whoever chose the file.
 */
export async function readGguf(file: Blob): Promise<GgufHeader> {
  for (let length = 1024 * 1024; ; length *= 4) {
    const bytes = new Uint8Array(await file.slice(0, length).arrayBuffer());
    try {
      return checked(parse(bytes), file.size);
    } catch (error) {
      if (!(error instanceof Beyond)) throw error;
      if (length >= file.size || length > mostHeaderBytes)
        throw corrupt(`The file ends after ${file.size} bytes, in the middle of its header.`);
    }
  }
}

function checked(header: GgufHeader, size: number): GgufHeader {
  if (size >= header.bytes) return header;
  throw corrupt(`The file has ${size} bytes, its own header says ${header.bytes}: it was cut off.`);
}

function parse(bytes: Uint8Array): GgufHeader {
  const read = new Reader(bytes);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== 'GGUF') throw corrupt(`The file begins with "${printable(magic)}", a model with "GGUF".`);
  read.skip(4);
  const version = read.u32();
  if (version < 2 || version > 3) throw corrupt(`The file has GGUF version ${version}; versions 2 and 3 can be read.`);
  const tensors = read.count(most.tensors);
  const facts = new Map<string, string | number | null>();
  for (let n = read.count(most.facts); n > 0; n--) {
    const key = read.text();
    facts.set(key, read.value(read.u32()));
  }
  let end = 0;
  for (let n = 0; n < tensors; n++) {
    read.text();
    let numbers = 1;
    for (let dims = read.u32(most.dimensions); dims > 0; dims--) numbers *= read.u64();
    const block = blockOf.get(read.u32());
    const offset = read.u64();
    // A type from after this was written: at least its place must be there.
    end = Math.max(end, offset + (block ? Math.ceil(numbers / block[0]) * block[1] : 1));
  }
  const alignment = Number(facts.get('general.alignment') ?? 32) || 32;
  const architecture = String(facts.get('general.architecture') ?? 'unknown');
  const context = facts.get(`${architecture}.context_length`);
  const textOf = (key: string) => (typeof facts.get(key) === 'string' ? String(facts.get(key)) : null);
  return {
    name: (textOf('general.name') ?? architecture).slice(0, 120),
    architecture,
    license: textOf('general.license'),
    contextTokens: typeof context === 'number' ? context : null,
    chatTemplate: textOf('tokenizer.chat_template'),
    bytes: Math.ceil(read.at / alignment) * alignment + end,
  };
}

/** Sizes of the plain value types, by their number in the format; 8 is a text, 9 a list. */
const sizes: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };

class Reader {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  skip(count: number): number {
    const at = this.at;
    if (at + count > this.#bytes.length) throw new Beyond();
    this.at += count;
    return at;
  }
  u32(limit = Infinity): number {
    const value = this.#view.getUint32(this.skip(4), true);
    if (value > limit) throw corrupt(`A number in its header, ${value}, is larger than ${limit}.`);
    return value;
  }
  u64(): number {
    const value = this.#view.getBigUint64(this.skip(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw corrupt('A number in its header is larger than any file.');
    return Number(value);
  }
  count(limit: number): number {
    const value = this.u64();
    if (value > limit) throw corrupt(`Its header lists ${value} things where at most ${limit} can be.`);
    return value;
  }
  text(): string {
    const length = this.count(most.textBytes);
    const at = this.skip(length);
    return new TextDecoder().decode(this.#bytes.subarray(at, at + length));
  }
  /** A value of this type; lists are passed over. */
  value(type: number): string | number | null {
    if (type === 8) return this.text();
    if (type === 9) {
      const of = this.u32();
      const length = this.count(most.elements);
      if (of === 8) for (let n = 0; n < length; n++) this.skip(this.count(most.textBytes));
      else this.skip(length * sizeOf(of));
      return null;
    }
    const at = this.skip(sizeOf(type));
    return type === 4 ? this.#view.getUint32(at, true) : null;
  }
}

function sizeOf(type: number): number {
  const size = sizes[type];
  if (size === undefined) throw corrupt(`Its header has a value of type ${type}, which the format does not know.`);
  return size;
}

function corrupt(found: string) {
  return modelError('ModelCorrupt', `This is no whole GGUF model. ${found}`);
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?');
}
