import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { HttpError } from '../httpError.ts';
import { limitBytes } from './byteStream.ts';
import { BoundedRequest, createCrumbCounter } from './crumbs.ts';

/**
 * The request's body, straight from its connection where there is one: as a web stream it would pass through queues of its
 * own, which add up with many uploads at once. Abandoning it does not close it, for that would cut the connection on which
 * the answer still has to go out.
 */
export function bodyChunks(c: Context): AsyncIterable<Uint8Array> | undefined {
  const incoming: IncomingMessage | undefined = c.env?.incoming;
  if (incoming !== undefined) {
    const areCrumbs = incoming instanceof BoundedRequest ? () => incoming.isInCrumbs : createCrumbCounter();
    return refuseCrumbs(incoming.iterator({ destroyOnReturn: false }), areCrumbs);
  }
  const chunks = c.req.raw.body?.values({ preventCancel: true });
  return chunks && refuseCrumbs(chunks, createCrumbCounter());
}

async function* refuseCrumbs(
  chunks: AsyncIterable<Uint8Array>,
  areCrumbs: (chunk: Uint8Array) => boolean,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (areCrumbs(chunk)) {
      const message = 'The body comes in too many small pieces. Nothing was sent.';
      throw new HttpError(400, 'invalid_request', message);
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
