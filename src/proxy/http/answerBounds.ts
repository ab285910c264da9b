import type { Socket } from 'node:net';

/** Of all that comes on a connection after a request: of the service's answers, which have a few hundred bytes, and of TLS. */
const bytesMax = 128 * 1024;

/** An HTTP server has one or two interim answers to give, such as early hints: https://www.rfc-editor.org/rfc/rfc9110#section-15.2 */
const interimMax = 8;

/** To be called with each interim answer to a request. Calls `refuse` where it is one too many. */
export function createInterimCounter(refuse: (error: Error) => void): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > interimMax) refuse(new Error('There were too many interim answers.'));
  };
}

/**
 * Cuts the connection once an answer is far longer than any of the service's, whatever it is made of: fields of its head, of its
 * trailer, or chunks of a byte. A reader of bodies hears of the last of these alone, and late, and undici's own bound of the
 * head makes an error, stack and all, for each field beyond it, so that a packet of them holds everybody up. One request is on a
 * connection at a time, so an answer begins where something was written.
 */
export function boundAnswers(socket: Socket): void {
  let [startedAt, seen, written] = [0, 0, 0];
  // Before undici reads, which would have parsed it already.
  socket.prependListener('readable', () => {
    if (socket.bytesWritten !== written) startedAt = seen;
    written = socket.bytesWritten;
    seen = socket.bytesRead;
    if (seen - startedAt > bytesMax) socket.destroy(new Error('The answer is too long.'));
  });
}
