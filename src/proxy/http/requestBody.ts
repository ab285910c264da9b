import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { HttpError } from '../httpError.ts';
import { limitBytes } from './byteStream.ts';

/** With more chunks than that, they have to have so many bytes on average. */
const fewChunks = 500;
const chunkBytesMin = 64;

/**
 * The request's body, straight from its connection where there is one: as a web stream it would pass through queues of its
 * own, which add up with many uploads at once. Abandoning it does not close it, for that would cut the connection on which
 * the answer still has to go out.
 */
export function bodyChunks(c: Context): AsyncIterable<Uint8Array> | undefined {
  const chunks = chunksOf(c);
  return chunks && refuseCrumbs(chunks);
}

function chunksOf(c: Context): AsyncIterable<Uint8Array> | undefined {
  const incoming: IncomingMessage | undefined = c.env?.incoming;
  if (incoming !== undefined) return incoming.iterator({ destroyOnReturn: false });
  return c.req.raw.body?.values({ preventCancel: true });
}

/**
 * One packet has room for ten thousand chunks of a byte each, and they are all handed on before anybody else has a turn.
 * Nobody sends a body so but to hold others up.
 */
async function* refuseCrumbs(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [count, bytes] = [0, 0];
  for await (const chunk of chunks) {
    count += 1;
    bytes += chunk.length;
    if (count > fewChunks && bytes < count * chunkBytesMin) {
      throw new HttpError(
        400,
        'invalid_request',
        'The body comes in too many small pieces. Nothing was sent.',
      );
    }
    yield chunk;
  }
}

/** All of the body. Throws what `makeError` makes as soon as it is announced to be larger, or is. */
export async function readBody(c: Context, bytesMax: number, makeError: () => Error): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw makeError();
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitBytes(bodyChunks(c) ?? noBytes(), bytesMax, makeError)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
