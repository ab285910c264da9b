/** The first bytes of a stream, and all of its bytes, the first ones included. */
export type PeekedBytes = { readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> };

/** Reads at least `count` bytes, unless there are fewer. */
export async function peekBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<PeekedBytes> {
  const iterator = chunks[Symbol.asyncIterator]();
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

async function* resume(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>) {
  try {
    yield* seen;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Passes chunks on until there are more than `bytesMax` bytes, then throws what `makeError` makes. */
export async function* limitBytes(
  chunks: AsyncIterable<Uint8Array>,
  bytesMax: number,
  makeError: () => Error,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > bytesMax) throw makeError();
    yield chunk;
  }
}

/**
 * A stream that asks for a chunk only when its reader wants one. `onCancel` is called at once when the reader gives up;
 * the chunks themselves learn of it only after the one that is being waited for.
 */
export function toReadableStream(
  chunks: AsyncIterable<Uint8Array>,
  onCancel?: () => void,
): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      onCancel?.();
      await iterator.return?.();
    },
  });
}
