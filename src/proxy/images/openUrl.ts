import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { lookupBy } from '../http/nameLookup.ts';

/** Bytes are asked for as they are, so that they are recognised and counted as they come. */
const headers = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'upload-paint-editor' };

/**
 * Asks for the URL at these addresses and nowhere else, on a connection of its own and without a secret. TLS still proves
 * the host's name. Nothing is followed or decoded, unlike with `fetch`, which also resolves names by itself.
 */
export function openUrl(
  url: URL,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions = { headers, signal, agent: false, lookup: lookupBy(async () => addresses) };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}
