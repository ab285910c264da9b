import type { RequestListener } from 'node:http';

/**
 * Cuts off a client that for so many milliseconds brings nothing of its request or takes nothing of its answer. While it
 * waits for an answer that the service is still working on, perhaps for money, its silence is no fault. Node by itself cuts
 * on any silence: https://nodejs.org/docs/latest-v20.x/api/http.html#event-timeout
 */
export function withIdleTimeout(milliseconds: number, listener: RequestListener): RequestListener {
  return (request, response) => {
    response.on('timeout', () => {
      // What has arrived and is not read yet waits for us, not we for the client.
      const isBringing = !request.complete && request.readableLength === 0;
      const isTaking = response.writableLength > 0;
      if (isBringing || isTaking) request.socket.destroy();
      else request.socket.setTimeout(milliseconds);
    });
    return listener(request, response);
  };
}
