/** The first bytes of a stream, and all of its bytes, the first ones included. */
export type PeekedBytes = { readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> };

/**
 * Reads at least `count` bytes, unless the stream is shorter. Abandoning `chunks` does not cancel the stream: cancelling
 * a request's body would cut the connection on which the answer still has to go out.
 */
export async function peekBytes(stream: ReadableStream<Uint8Array>, count: number): Promise<PeekedBytes> {
  const iterator = stream.values({ preventCancel: true });
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(seen), chunks: resume(seen, iterator) };
}

async function* resume(seen: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>) {
  yield* seen;
  yield* rest;
}

/** Passes chunks on until there are more than `bytesMax` bytes, then throws what `refuse` makes. */
export async function* limitBytes(
  chunks: AsyncIterable<Uint8Array>,
  bytesMax: number,
  refuse: () => Error,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > bytesMax) throw refuse();
    yield chunk;
  }
}

/** A stream that asks for a chunk only when its reader wants one. */
export function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
