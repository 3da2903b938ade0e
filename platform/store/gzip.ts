/** Compresses with the browser's own gzip. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return through(bytes, new CompressionStream('gzip'));
}

/**
 * The inverse of {@link gzip}.
 * @throws {TypeError} when the bytes are not gzip or their checksum does not hold.
 */
export function gunzip(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  return through(new Uint8Array(bytes), new DecompressionStream('gzip'));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> {
  const writer = writable.getWriter();
  // Failures surface on the readable side as well; here they would only be reported as unhandled.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(readable).arrayBuffer();
}
