import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createInterimCounter } from '../http/answerBounds.ts';
import { lookupBy } from '../http/nameLookup.ts';
import type { TunnelTo } from '../http/webProxies.ts';

/** At these addresses, or through a web proxy. */
export type Way =
  | Readonly<{ addresses: readonly string[] }>
  | Readonly<{ openTunnel: NonNullable<ReturnType<TunnelTo>> }>;

/** Bytes are asked for as they are, so that they are recognised and counted as they come. */
const headers = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'upload-paint-editor' };

/**
 * Asks for the URL on this way and on no other, on a connection of its own and without a secret. TLS still proves the host's
 * name. Nothing is followed or decoded, unlike with `fetch`, which also resolves names by itself.
 */
export async function openUrl(url: URL, way: Way, signal: AbortSignal): Promise<IncomingMessage> {
  const connection =
    'addresses' in way
      ? { agent: false, lookup: lookupBy(async () => way.addresses) }
      : await tunnelled(url, way.openTunnel, signal);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, signal, ...connection }, resolve).on('error', reject);
    const countInterim = createInterimCounter((error) => {
      reject(error);
      asked.destroy();
    });
    asked.on('information', countInterim).end();
  });
}

/** What goes to anything but this machine is https. */
async function tunnelled(
  { hostname }: URL,
  openTunnel: NonNullable<ReturnType<TunnelTo>>,
  signal: AbortSignal,
): Promise<RequestOptions> {
  const socket = await openTunnel(signal);
  const host = hostname.replace(/^\[|\]$/g, '');
  const servername = isIP(host) === 0 ? host : '';
  return { createConnection: () => connectTls({ host, servername, socket }) };
}
