/** Bytes deflated (RFC 1951), by the platform. */
export const deflate = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(new CompressionStream('deflate-raw'), bytes, Infinity);

/**
 * Bytes as they were before they were deflated.
 * @throws RangeError when they are more than `most`, TypeError when they are damaged or cut off.
 */
export const inflate = (bytes: Uint8Array<ArrayBuffer>, most = Infinity): Promise<Uint8Array<ArrayBuffer>> =>
  through(new DecompressionStream('deflate-raw'), bytes, most);

async function through(
  stream: InstanceType<typeof CompressionStream>,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  // A damaged stream fails on both ends; the reading end tells.
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const part = next.value as Uint8Array;
    parts.push(part);
    length += part.length;
    if (length > most) {
      void reader.cancel();
      throw new RangeError(`inflated it is larger than ${most} bytes`);
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
