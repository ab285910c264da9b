import type { RequestListener } from 'node:http';

/**
 * Cuts off a client whose answer has gone out while chunks of its body are still to come. Until a connection is closed Node
 * throws away what arrives on it, two megabytes at a time, which takes a quarter of a second where each byte is a chunk.
 * A body of an announced length comes in few pieces, and who sends one is given the time to hear the answer.
 */
export function withoutUnreadChunks(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.headers['transfer-encoding'] !== undefined) {
      response.once('finish', () => {
        if (!request.complete) request.socket.destroy();
      });
    }
    return listener(request, response);
  };
}
