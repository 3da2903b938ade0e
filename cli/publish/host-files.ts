import type { PublishedFiles } from './published-files.ts';

/** Faults found, each once. */
export interface Findings {
  /** Faults that keep subscribers from reading the catalog, or parts of it. */
  error(sentence: string): void;
  /** Faults that make reading slower or later than necessary. */
  warning(sentence: string): void;
}

/** As long as a subscriber's browser waits, for the first byte and for each part. */
const PATIENCE_MS = 30_000;
/** Longer than any file of a catalog. */
const LARGEST = 128 * 1024 * 1024;
const DAY = 24 * 3600;
const ORIGIN = 'https://extension.example';

/** Requests files as an extension does: from another origin, without credentials or custom headers. */
export function hostFiles(folder: string, { error, warning }: Findings): PublishedFiles {
  return {
    async read(file) {
      const address = new URL(file, folder);
      const { response, bytes } = await get(address);
      if (response.status === 404 || response.status === 410) return null;
      if (!response.ok) throw new Error(`${address.href}: the host answers ${response.status}.`);
      const { headers } = response;
      const { origin } = new URL(response.url);
      if (origin !== address.origin) error(`The host redirects readers to ${origin}. Publish that address instead.`);
      if (!['*', ORIGIN].includes(headers.get('access-control-allow-origin') ?? ''))
        error('The host does not send "Access-Control-Allow-Origin: *", so no browser lets an extension read it.');
      if (file === 'catalog.json') checkFreshness(headers, warning);
      else checkDelivery(headers, warning);
      if (isPage(bytes)) throw new Error(`${address.href}: a web page came instead. The file is missing on the host.`);
      return bytes;
    },
  };
}

function checkFreshness(headers: Headers, warning: Findings['warning']): void {
  if (!headers.has('etag') && !headers.has('last-modified'))
    warning('catalog.json comes without ETag or Last-Modified: each daily check downloads all of it.');
  const kept = Math.max(seconds(headers, /\bmax-age=(\d+)/), seconds(headers, /\bs-maxage=(\d+)/));
  const untilExpiry = (Date.parse(headers.get('expires') ?? '') - Date.now()) / 1000;
  if (kept > DAY || (kept === 0 && untilExpiry > DAY))
    warning('catalog.json may be cached for more than a day: news reach readers late.');
  if (Number(headers.get('age') ?? 0) > DAY)
    warning(
      'catalog.json came from a cache that has not looked for a newer one for more than a day. Purge it after you upload.',
    );
}

/** Of files that are compressed already, and never change under their name. */
function checkDelivery(headers: Headers, warning: Findings['warning']): void {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity')
    warning(
      `Files of notes come with "Content-Encoding: ${encoding}". Subscribers read them, but they are compressed already.`,
    );
  if (/no-store|private/i.test(headers.get('cache-control') ?? ''))
    warning('Files of notes may not be cached, though they never change: every reader’s request reaches your host.');
}

const seconds = (headers: Headers, pattern: RegExp) =>
  Number(pattern.exec(headers.get('cache-control')?.toLowerCase() ?? '')?.[1] ?? 0);

/** Reads an answer, but not for ever and not without end. */
async function get(address: URL): Promise<{ readonly response: Response; readonly bytes: Buffer }> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(new Error('nothing for half a minute')), PATIENCE_MS);
  };
  try {
    wait();
    const response = await fetch(address, { headers: { origin: ORIGIN }, signal: stop.signal });
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body ?? []) {
      wait();
      length += part.length;
      if (length > LARGEST) throw new Error('more bytes than a file of a catalog may have');
      parts.push(part);
    }
    return { response, bytes: Buffer.concat(parts) };
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    throw new Error(`${address.href}: the host does not answer (${cause instanceof Error ? cause.message : message}).`);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

const isPage = (bytes: Buffer) => /^\s*</.test(bytes.subarray(0, 200).toString('latin1'));
