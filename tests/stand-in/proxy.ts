import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { answerStandIn } from './site.ts';

export interface StandInProxy {
  readonly port: number;
  /** Other hosts that were requested; the extension must never do so. */
  readonly refused: ReadonlySet<string>;
  close(): void;
}

/** A proxy that serves YouTube's hosts from the stand-in and refuses all others: Firefox's only connection. */
export async function startProxy(folder: string): Promise<StandInProxy> {
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=youtube.com',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  );
  const site = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    void answerStandIn(`https://${request.headers.host}${request.url}`, request.headers.range ?? null).then(
      (answer) => {
        response.writeHead(answer?.status ?? 502, { ...answer?.headers });
        response.end(answer?.body);
      },
    );
  });
  await listen(site);
  const refused = new Set<string>();
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (request, client) => {
    const host = (request.url ?? '').replace(/:\d+$/, '');
    if (!/(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be)$/.test(host)) {
      refused.add(host);
      client.end('HTTP/1.1 502 Refused\r\n\r\n');
      return;
    }
    const upstream = connect(portOf(site), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await listen(proxy);
  return {
    port: portOf(proxy),
    refused,
    close() {
      for (const server of [proxy, site]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const portOf = (server: Server) => (server.address() as AddressInfo).port;
