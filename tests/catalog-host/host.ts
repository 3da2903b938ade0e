import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The files of a host: a folder, or a map. */
export interface FileSource {
  get(file: string): Uint8Array | undefined;
}

export interface HostRequest {
  readonly method: string;
  /** Relative to the catalog's folder. */
  readonly file: string;
  readonly headers: IncomingHttpHeaders;
  /** The size of the file; 0 when there is none. */
  readonly bytes: number;
  /** Whether the answer was 304, because the browser had the file in its cache. */
  readonly unchanged: boolean;
}

/** Simulates a fault of the host. Returns whether it has answered the request. */
export type Trouble = (file: string, response: ServerResponse, contents: Uint8Array | null) => boolean;

/** A host of static files on this machine, with a log of its requests. */
export interface Host {
  /** The catalog's folder. */
  readonly address: string;
  /** `127.0.0.1:port`. */
  readonly name: string;
  /** The requests since the last call. */
  asked(): readonly HostRequest[];
  serve(files: FileSource): void;
  trouble(trouble: Trouble | null): void;
  close(): Promise<void>;
}

const FOLDER = '/talks/';
export const CORS = { 'access-control-allow-origin': '*' };

/** @param at `127.0.0.1:port`, to restart the same host. */
export async function startHost(files: FileSource, at = '127.0.0.1:0'): Promise<Host> {
  let served = files;
  let trouble: Trouble | null = null;
  let log: HostRequest[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const file = url.startsWith(FOLDER) ? url.slice(FOLDER.length) : url;
    const contents = served.get(file) ?? null;
    const etag = `"${contents?.length}-${file}-${createHash('sha1')
      .update(contents ?? '')
      .digest('hex')}"`;
    const unchanged = headers['if-none-match'] === etag;
    log.push({ method, file, headers, bytes: contents?.length ?? 0, unchanged });
    if (trouble?.(file, response, contents)) return;
    if (!contents)
      return void response.writeHead(404, { ...CORS, 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    const caching = file === 'catalog.json' ? 'max-age=600' : 'max-age=31536000, immutable';
    if (unchanged) return void response.writeHead(304, { ...CORS, etag }).end();
    response.writeHead(200, { ...CORS, 'cache-control': caching, etag }).end(contents);
  });
  await new Promise<void>((resolve) => server.listen(Number(at.split(':')[1]), '127.0.0.1', resolve));
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    name,
    address: `http://${name}${FOLDER}`,
    asked() {
      const since = log;
      log = [];
      return since;
    },
    serve(next) {
      served = next;
    },
    trouble(next) {
      trouble = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
