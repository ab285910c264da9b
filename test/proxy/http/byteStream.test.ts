import { expect, test } from 'vitest';
import { peekBytes, toReadableStream } from '../../../src/proxy/http/byteStream.ts';

function streamOfChunks(chunks: readonly Uint8Array[], onCancel = () => {}): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: onCancel,
  });
}

const bytesOf = (...values: number[]) => new Uint8Array(values);

test.each([
  ['one byte at a time', [bytesOf(1), bytesOf(), bytesOf(2), bytesOf(3), bytesOf(4)], [1, 2, 3]],
  ['all at once', [bytesOf(1, 2, 3, 4)], [1, 2, 3, 4]],
  ['fewer than asked for', [bytesOf(1, 2)], [1, 2]],
  ['none', [], []],
])('peeking at three bytes that come %s loses none', async (_name, chunks, head) => {
  const peeked = await peekBytes(streamOfChunks(chunks).values(), 3);
  const all: number[] = [];
  for await (const chunk of peeked.chunks) all.push(...chunk);
  expect([[...peeked.head], all]).toEqual([head, chunks.flatMap((chunk) => [...chunk])]);
});

test('abandoning the bytes gives up where they come from', async () => {
  const cancellations: string[] = [];
  const stream = streamOfChunks([bytesOf(1), bytesOf(2), bytesOf(3)], () => cancellations.push('cancelled'));
  const { chunks } = await peekBytes(stream.values(), 1);
  for await (const [value] of chunks) if (value === 2) break;
  expect(cancellations).toEqual(['cancelled']);
});

test('a stream tells of its cancelling at once, though a chunk is still being waited for', async () => {
  const cancellations: string[] = [];
  async function* silent() {
    yield await new Promise<Uint8Array>(() => {});
  }
  const reader = toReadableStream(silent(), () => cancellations.push('cancelled')).getReader();
  void reader.read();
  void reader.cancel();
  expect(cancellations).toEqual(['cancelled']);
});
