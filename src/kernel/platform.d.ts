/**
 * All that the core rooms may use beyond the language: what a page, a worker and Node have alike.
 * Only the core type program reads this file; the others know these names from their own libraries.
 */
declare function structuredClone<T>(value: T): T;
declare function setTimeout(run: () => void, delayMs?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function queueMicrotask(run: () => void): void;

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare const AbortSignal: {
  any(signals: AbortSignal[]): AbortSignal;
  timeout(delayMs: number): AbortSignal;
};
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare const crypto: {
  getRandomValues<T extends Uint8Array>(bytes: T): T;
  /** Absent outside a secure context. */
  randomUUID(): string;
  readonly subtle: { digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
};

declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
interface MessagePort {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

interface ByteStream {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
  readonly writable: { getWriter(): { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> } };
}
declare const CompressionStream: new (format: 'deflate-raw') => ByteStream;
declare const DecompressionStream: new (format: 'deflate-raw') => ByteStream;
declare function btoa(latin1: string): string;
declare function atob(base64: string): string;

declare const performance: { now(): number };

declare class BroadcastChannel {
  constructor(name: string);
  readonly name: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}
