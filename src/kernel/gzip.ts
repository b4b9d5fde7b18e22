/** Makes bytes smaller. They carry a checksum, so that damage is noticed. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream('gzip'));
}

/** The bytes again. Rejects when they were damaged. */
export function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new DecompressionStream('gzip'));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const writer = stream.writable.getWriter();
  // What goes wrong here is heard where it is read.
  void Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}
