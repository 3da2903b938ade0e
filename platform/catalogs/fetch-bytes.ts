import { CatalogFailure } from './catalog-failure.ts';

/** For the first byte, and from each part to the next. */
const PATIENCE_MS = 30_000;
/** For the whole of a file: one that comes byte by byte would never end. */
const LONGEST_MS = 10 * 60_000;

export interface FetchOptions {
  /** Bytes; more are not read. */
  readonly limit: number;
  readonly cache: 'default' | 'no-cache';
  readonly signal?: AbortSignal;
}

/**
 * Fetches a file with a plain GET: no headers of ours (they would cause a preflight), no cookies, no referrer.
 * @throws {CatalogFailure}
 */
export async function fetchBytes(
  address: string,
  { limit, cache, signal }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort);
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = () => {
    late = true;
    stop.abort();
  };
  const end = setTimeout(giveUp, LONGEST_MS);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, PATIENCE_MS);
  };
  const failed = (kind: 'unreachable' | 'damaged', error: unknown) => {
    signal?.throwIfAborted();
    console.warn(`Sleevenotes: ${address} could not be fetched`, error);
    return late ? new CatalogFailure('timeout', address) : new CatalogFailure(kind, address, name);
  };
  try {
    wait();
    const response = await fetch(address, {
      cache,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    }).catch((error: unknown) => {
      throw failed('unreachable', error);
    });
    if (new URL(response.url).host !== new URL(address).host)
      throw new CatalogFailure('moved', address, new URL(response.url).host);
    if (!response.ok) throw new CatalogFailure('status', address, String(response.status));
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (;;) {
      wait();
      const part = await reader?.read().catch((error: unknown) => {
        throw failed('damaged', error);
      });
      if (!part || part.done) break;
      length += part.value.length;
      if (length > limit) throw new CatalogFailure('too-large', address, name);
      parts.push(part.value);
    }
    return joined(parts, length);
  } finally {
    clearTimeout(timer);
    clearTimeout(end);
    signal?.removeEventListener('abort', abort);
    // Cancel the rest of the body.
    stop.abort();
  }
}

/** Whether the host answers at all, when a page may not read the answer: it then lacks the CORS header. */
export async function answersWithoutCors(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const options = { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal } as const;
  return fetch(address, options).then(
    () => true,
    () => false,
  );
}

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
