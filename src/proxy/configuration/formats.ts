import { isIP } from 'node:net';
import { z } from 'zod';
import { callbackUrlSchema } from '../../contract/callbackUrl.ts';
import { routes } from '../../contract/routes.ts';
import type { TrustedProxies } from '../guard/clientAddress.ts';
import { isLoopback } from '../http/addresses.ts';
import { isGuessable } from './guessableToken.ts';

/** What a variable's text has to look like. The sentences go on from the variable's name. */

export const apiKey = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be the key alone: one line, no spaces, no characters outside ASCII')
  .min(8, 'is too short to be a key')
  .max(512, 'is too long to be a key');

const goodToken = '“openssl rand -base64 24” makes a good one';

export const accessToken = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be one line without spaces or characters outside ASCII')
  .min(16, { error: `must have at least 16 characters: ${goodToken}`, abort: true })
  .refine(
    (text) => !isGuessable(text),
    `is easy to guess, being of common words, of one piece again and again or of rows of characters: ${goodToken}`,
  );

/** Trailing slashes go, so that paths can be appended. */
export const serviceUrl = z
  .string()
  .refine(
    isServiceUrl,
    'must be a full https:// address without user, query or fragment; only of this machine itself http:// is taken, as the key goes there',
  )
  .transform((text) => text.replace(/\/+$/, ''));

/** What the paths of the server and of its files begin with. */
const ownNames = new Set([
  ...Object.values(routes).map((path) => path.split('/')[1] ?? ''),
  'assets',
  'samples',
]);

export const publicUrl = z
  .string()
  .refine(isPublicUrl, {
    error:
      'must be the https:// address of the editor alone, such as https://editor.example.com or https://example.com/editor',
    abort: true,
  })
  .refine(
    (text) => !ownNames.has(new URL(text).pathname.split('/')[1] ?? ''),
    `must have a path that begins with none of the editor’s own names (${[...ownNames].join(', ')})`,
  )
  .refine(isReachable, 'must be a public address: the service calls back to it')
  .transform((text) => new URL(text).href.replace(/\/$/, ''));

export const redisUrl = z.string().refine(isRedisUrl, 'must be a full redis:// or rediss:// address');

/** Some write it without a protocol. It may hold a password, as it is or in the Proxy-Authorization that comes of it. */
export const webProxy = z
  .string()
  .transform((text) => (text.includes('://') ? text : `http://${text}`))
  .refine(
    isWebProxy,
    'must be the http:// or https:// address of a web proxy, with a port and perhaps a name and password',
  )
  .transform((text) => new URL(text));

export const hostList = z.string().transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''));

export const trustedHosts = hostList
  .transform((names) => names.map((name) => name.toLowerCase()))
  .refine(
    (names) => names.every((name) => /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(name)),
    'must be names of hosts, separated by commas: files.example.com, or *.example.com for those of a domain',
  );

export const directory = z.string().regex(/^\P{Cc}+$/u, 'must be the path of a directory');

export const host = z.string().refine(isHost, 'must be a host name or an IP address to listen on');

export const port = z
  .string()
  .refine(isPort, 'must be a whole number from 0 (any free port) to 65535')
  .transform(Number);

/** None, or as `seconds`. */
export const secondsOrNone = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 86_400,
    'must be a whole number of seconds, from 0 to 86400',
  )
  .transform(Number);

export const trustedProxies = z
  .string()
  .refine(
    (text) => /^\d$/.test(text) || rangesOf(text).every(isRange),
    'must be 0, the number of reverse proxies in a row (up to 9), or their addresses: 10.0.0.0/8, fd00::/8, loopback, private',
  )
  .transform((text): TrustedProxies => (/^\d$/.test(text) ? Number(text) : rangesOf(text)));

export const countOf = (name: string, most = 1_000_000_000) =>
  z
    .string()
    .refine(
      (text) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= most,
      `must be a whole number of ${name}, from 1 to ${most}`,
    )
    .transform(Number);

/** A day at most: timers go wrong beyond 24 of them, and a wait of that length is a mistake. */
export const seconds = countOf('seconds', 86_400);

function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isPrivate && `${url.username}${url.password}${url.search}${url.hash}` === '';
}

function isWebProxy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isPlain = hostname !== '' && `${pathname}${search}${hash}` === '/';
  return /^https?:$/.test(protocol) && isPlain && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text);
}

function rangesOf(text: string): string[] {
  return text.split(',').flatMap((part) => namedRanges.get(part.trim()) ?? [part.trim()]);
}

const namedRanges: ReadonlyMap<string, readonly string[]> = new Map([
  ['loopback', ['127.0.0.0/8', '::1']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
]);

/** Not all there are: anybody could then be anybody. Mapped addresses are looked up as IPv4 and would never be found. */
function isRange(range: string): boolean {
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/([1-9]\d{0,2}))?$/i.exec(range) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits ?? 1) <= (family === 4 ? 32 : 128) && !/^[0:]*:ffff:/i.test(address);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535;
}

/** With a path at most, of plain characters that nothing on the way writes in another form, and without dot segments. */
function isPublicUrl(text: string): boolean {
  const [, path] = /^https:\/\/[^/?#@\\\s]+((?:\/[\w.~-]+)*)\/?$/i.exec(text) ?? [];
  return URL.canParse(text) && new URL(text).pathname.replace(/\/$/, '') === path;
}

function isReachable(text: string): boolean {
  return callbackUrlSchema.safeParse(text).success;
}

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
