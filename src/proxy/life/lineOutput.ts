import type { Writable } from 'node:stream';

/** Writes a line, or leaves it out where nobody takes it. Never throws. */
export type WriteLine = (line: string) => void;

/** In bytes. What a stopped reader leaves waiting beyond this is left out: it would fill the memory. */
const waitingBytesMax = 1024 * 1024;

/** What a stream says when nobody will ever read it again: its pipe is closed, or its terminal is gone. */
const finalErrors: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'EIO']);

/**
 * Lines for standard output or error, which are not worth the life of the server: whatever reads them may close its end, stop
 * reading or fill its disk, and Node would end the process with the stream's error.
 */
export function createLineOutput(stream: Writable): WriteLine {
  let isLost = false;
  stream.on('error', (error) => {
    isLost ||= 'code' in error && finalErrors.has(error.code);
  });
  return (line) => {
    if (!isLost && stream.writableLength <= waitingBytesMax) stream.write(`${line}\n`);
  };
}
