import type { IncomingMessage } from 'node:http';
import { type ImageMimeType, imageSignatureLength, imageTypeOf } from '../../contract/imageType.ts';
import { limitText } from '../../contract/limits.ts';
import { limitBytes, peekBytes, toReadableStream } from '../http/byteStream.ts';
import type { Resolve } from '../http/nameLookup.ts';
import { TunnelError } from '../http/openTunnel.ts';
import { createTimeBudget, type TimeBudget } from '../http/timeBudget.ts';
import type { TunnelTo } from '../http/webProxies.ts';
import { hostAddresses, publicAddresses, refuseInnerHost, type TrustsHost } from './hostAddresses.ts';
import { ImageError } from './imageError.ts';
import { imageUrl, type OwnOrigins, sandboxOrigins } from './imageUrl.ts';
import { openUrl, type Way } from './openUrl.ts';

export type FetchedImage = Readonly<{
  /** By its bytes. */
  type: ImageMimeType;
  /** In bytes, where the host tells it. */
  length: number | undefined;
  /** Breaks off with an error where the host does. Cancelling it closes the connection to the host. */
  body: ReadableStream<Uint8Array>;
}>;

/** Rejects with an `ImageError`. `signal` is aborted when nobody wants the image any more. */
export type FetchImage = (link: string, signal: AbortSignal) => Promise<FetchedImage>;

export type FetchImageValues = Readonly<{
  baseUrl: string;
  filesUrl: string;
  /** Larger images are not passed on. */
  imageBytesMax: number;
  /** Milliseconds spent waiting for an image's host, from its name to its last byte. */
  timeouts: Readonly<{ image: number }>;
  /** How names of their hosts become addresses. Not the resolver of the service's calls, which would wait for its turn. */
  resolve: Resolve;
  /** Which of them are reached by way of a web proxy. */
  tunnelTo?: TunnelTo;
}>;

const redirectsMax = 5;

/** A host that sends nothing for so long has stopped. */
const silenceMaxMs = 10_000;

/**
 * Fetches an image from an address that anybody may have written, from inside a network that trusts this server. So it
 * goes to public hosts only, and what they send is believed by its bytes alone.
 */
export function createFetchImage(values: FetchImageValues, trustsHost: TrustsHost = () => false): FetchImage {
  const own = sandboxOrigins([values.baseUrl, values.filesUrl]);
  const { resolve, tunnelTo, imageBytesMax: bytesMax } = values;
  return async (link, signal) => {
    const connection = new AbortController();
    const close = () => connection.abort();
    if (signal.aborted) close();
    signal.addEventListener('abort', close, { once: true });
    const wait = createTimeBudget({ totalMs: values.timeouts.image, stepMs: silenceMaxMs });
    try {
      const route = { own, resolve, trustsHost, tunnelTo, wait, signal: connection.signal };
      const response = await followLink(imageUrl(link, own), route);
      return await readImage(response, { wait, bytesMax, close });
    } catch (error) {
      close();
      throw failureOf(error);
    }
  };
}

/** What hosts answer where a link has expired. */
const withholding = new Set([403, 404, 410]);

type Route = Readonly<{
  own: OwnOrigins;
  resolve: Resolve;
  trustsHost: TrustsHost;
  tunnelTo: TunnelTo | undefined;
  wait: TimeBudget;
  signal: AbortSignal;
}>;

/** Each hop is checked like the first. */
async function followLink(first: URL, route: Route): Promise<IncomingMessage> {
  let url = first;
  for (let hop = 0; hop <= redirectsMax; hop++) {
    const way = await route.wait(wayTo(url, route));
    const response = await route.wait(openUrl(url, way, route.signal));
    const { statusCode = 0 } = response;
    const { location } = response.headers;
    if (statusCode === 200) return response;
    if (statusCode < 300 || statusCode >= 400 || location === undefined) {
      const kind = withholding.has(statusCode) ? 'withheld' : 'unavailable';
      throw new ImageError(kind, `The image’s host answered with status ${statusCode}.`);
    }
    response.destroy();
    url = imageUrl(location, route.own, url);
  }
  throw new ImageError('unavailable', `The link leads on more than ${redirectsMax} times.`);
}

/** Rejects with an `ImageError` where there is none that may be taken. */
async function wayTo(url: URL, { own, resolve, trustsHost, tunnelTo }: Route): Promise<Way> {
  if (own.has(url.origin)) return { addresses: await hostAddresses(url, resolve) };
  const openTunnel = tunnelTo?.(url);
  if (openTunnel === undefined) return { addresses: await publicAddresses(url, resolve, trustsHost) };
  await refuseInnerHost(url, resolve, trustsHost);
  return { openTunnel };
}

type Reading = Readonly<{ wait: TimeBudget; bytesMax: number; close(): void }>;

async function readImage(
  response: IncomingMessage,
  { wait, bytesMax, close }: Reading,
): Promise<FetchedImage> {
  const length = lengthOf(response);
  if (length !== undefined && length > bytesMax) throw tooLarge(bytesMax);
  const { head, chunks } = await peekBytes(chunksInTime(response, wait), imageSignatureLength);
  const type = imageTypeOf(head);
  if (type === undefined) throw new ImageError('unsuitable', 'The link does not lead to an image.');
  const limited = limitBytes(chunks, bytesMax, () => tooLarge(bytesMax));
  return { type, length, body: toReadableStream(closeAfter(limited, close), close) };
}

async function* closeAfter(chunks: AsyncIterable<Uint8Array>, close: () => void) {
  try {
    yield* chunks;
  } finally {
    close();
  }
}

async function* chunksInTime(response: IncomingMessage, wait: TimeBudget): AsyncGenerator<Uint8Array> {
  const iterator: AsyncIterator<Buffer> = response[Symbol.asyncIterator]();
  for (;;) {
    const next = await wait(iterator.next());
    if (next.done) return;
    yield next.value;
  }
}

function lengthOf({ headers }: IncomingMessage): number | undefined {
  const header = headers['content-length'];
  return header === undefined ? undefined : Number(header);
}

function tooLarge(bytesMax: number): ImageError {
  return new ImageError('unsuitable', `The image is larger than ${limitText(bytesMax)}.`);
}

function failureOf(error: unknown): ImageError {
  if (error instanceof ImageError) return error;
  const message =
    error instanceof TunnelError
      ? `The web proxy of the editor’s server did not connect to the image’s host: status ${error.status}.`
      : 'The image’s host did not deliver it.';
  return new ImageError('unavailable', message);
}
