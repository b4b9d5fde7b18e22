import { seededRandom } from '../../src/kernel';

/** How large the tiny model is: as little as the runtime takes. */
const width = 32;
const heads = 2;
const kvHeads = 1;
const hidden = 64;
const layers = 1;
const contextTokens = 16_384;

/**
 * A whole language model in one file, as llama.cpp reads it (GGUF, version 3, little-endian): architecture llama, weights at random. It knows
 * nothing and says anything: whatever it is made to answer, no rule of the house may break. The words of `sample` become tokens; any other text
 * is one token a letter.
 */
export function tinyGguf(seed: number, sample = ''): Uint8Array<ArrayBuffer> {
  const pieces = vocabulary(sample);
  const kvWidth = (width / heads) * kvHeads;
  const tensors: [name: string, ...dims: number[]][] = [
    ['token_embd.weight', width, pieces.length],
    ...Array.from({ length: layers }, (_, n) => `blk.${n}.`).flatMap((blk): [string, ...number[]][] => [
      [`${blk}attn_norm.weight`, width],
      [`${blk}attn_q.weight`, width, width],
      [`${blk}attn_k.weight`, width, kvWidth],
      [`${blk}attn_v.weight`, width, kvWidth],
      [`${blk}attn_output.weight`, width, width],
      [`${blk}ffn_norm.weight`, width],
      [`${blk}ffn_gate.weight`, width, hidden],
      [`${blk}ffn_up.weight`, width, hidden],
      [`${blk}ffn_down.weight`, hidden, width],
    ]),
    ['output_norm.weight', width],
    ['output.weight', width, pieces.length],
  ];
  const facts: [key: string, write: (out: Bytes) => void][] = [
    ['general.architecture', text('llama')],
    ['general.name', text(`tiny random ${seed}`)],
    ['llama.context_length', u32(contextTokens)],
    ['llama.embedding_length', u32(width)],
    ['llama.block_count', u32(layers)],
    ['llama.feed_forward_length', u32(hidden)],
    ['llama.attention.head_count', u32(heads)],
    ['llama.attention.head_count_kv', u32(kvHeads)],
    ['llama.attention.layer_norm_rms_epsilon', f32(1e-5)],
    ['llama.rope.dimension_count', u32(width / heads)],
    ['tokenizer.ggml.model', text('llama')],
    ['tokenizer.ggml.tokens', list(8, pieces, (out, piece) => out.text(piece.text))],
    ['tokenizer.ggml.scores', list(6, pieces, (out, piece) => out.f32(piece.score))],
    ['tokenizer.ggml.token_type', list(5, pieces, (out, piece) => out.u32(piece.type))],
    ['tokenizer.ggml.bos_token_id', u32(1)],
    ['tokenizer.ggml.eos_token_id', u32(2)],
    ['tokenizer.ggml.unknown_token_id', u32(0)],
    ['tokenizer.ggml.add_bos_token', (out) => out.u32(7).u8(1)],
    [
      'tokenizer.chat_template',
      text("{% for m in messages %}{{ m['role'] + ': ' + m['content'] + '\\n' }}{% endfor %}"),
    ],
  ];

  const out = new Bytes();
  out.raw('GGUF').u32(3).u64(tensors.length).u64(facts.length);
  for (const [key, write] of facts) {
    out.text(key);
    write(out);
  }
  let offset = 0;
  for (const [name, ...dims] of tensors) {
    out.text(name).u32(dims.length);
    for (const dim of dims) out.u64(dim);
    out.u32(0).u64(offset);
    offset += aligned(4 * sizeOf(dims));
  }
  out.align();
  const random = seededRandom(seed);
  for (const [name, ...dims] of tensors) {
    const isNorm = name.includes('norm');
    // Large enough that one token is clearly likelier than another.
    const spread = name === 'output.weight' ? 0.6 : 0.25;
    for (let n = sizeOf(dims); n > 0; n--) out.f32(isNorm ? 1 : (random() - 0.5) * 2 * spread);
    out.align();
  }
  return out.done();
}

interface Piece {
  readonly text: string;
  readonly score: number;
  /** llama.cpp's: 1 normal, 2 unknown, 3 control, 6 byte. */
  readonly type: number;
}

function vocabulary(sample: string): Piece[] {
  const control = ['<unk>', '<s>', '</s>'].map((name, n) => ({ text: name, score: 0, type: n === 0 ? 2 : 3 }));
  const bytes = Array.from({ length: 256 }, (_, n) => {
    const code = n.toString(16).toUpperCase().padStart(2, '0');
    // Halves of letters that no rule holds together would make no text at all: they are read, but never written.
    return { text: `<0x${code}>`, score: 0, type: n < 128 ? 6 : 3 };
  });
  const letters = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n));
  // A word is put together letter by letter, so each beginning of it must be a piece, too.
  const begun = (sample.match(/ ?[a-z"{}:,[\]]+/gi) ?? []).flatMap((word) => {
    const marked = word.slice(0, 16).replaceAll(' ', '▁');
    return Array.from({ length: marked.length }, (_, n) => marked.slice(0, n + 1));
  });
  const normal = [...new Set(['▁', ...letters, ...begun])].map((one) => ({ text: one, score: one.length, type: 1 }));
  return [...control, ...bytes, ...normal];
}

const text = (value: string) => (out: Bytes) => void out.u32(8).text(value);
const u32 = (value: number) => (out: Bytes) => void out.u32(4).u32(value);
const f32 = (value: number) => (out: Bytes) => void out.u32(6).f32(value);
const list =
  <T>(type: number, items: readonly T[], write: (out: Bytes, item: T) => void) =>
  (out: Bytes) => {
    out.u32(9).u32(type).u64(items.length);
    for (const item of items) write(out, item);
  };
const sizeOf = (dims: readonly number[]) => dims.reduce((size, dim) => size * dim, 1);
const aligned = (length: number) => Math.ceil(length / 32) * 32;

/** Bytes that grow as they are written. */
class Bytes {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
  u8(value: number): this {
    const at = this.#room(1);
    this.#view.setUint8(at, value);
    return this;
  }
  u32(value: number): this {
    const at = this.#room(4);
    this.#view.setUint32(at, value, true);
    return this;
  }
  u64(value: number): this {
    const at = this.#room(8);
    this.#view.setBigUint64(at, BigInt(value), true);
    return this;
  }
  f32(value: number): this {
    const at = this.#room(4);
    this.#view.setFloat32(at, value, true);
    return this;
  }
  raw(value: string): this {
    const bytes = new TextEncoder().encode(value);
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }
  text(value: string): this {
    return this.u64(new TextEncoder().encode(value).length).raw(value);
  }
  align(): this {
    this.#room(aligned(this.#length) - this.#length);
    return this;
  }
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}
