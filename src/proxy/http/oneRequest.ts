import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Answers the first request of a connection, and cuts off whoever sends another one behind it: that would be carried out
 * though its answer can no longer go out. Node's `maxRequestsPerSocket` counts requests of HTTP/1.1 that name a host, and
 * takes one behind any other: https://github.com/nodejs/node/blob/v20.x/lib/_http_server.js (parserOnIncoming).
 */
export function withOneRequest(listener: RequestListener): RequestListener {
  const used = new WeakSet<Socket>();
  return (request, response) => {
    if (used.has(request.socket)) {
      response.destroy();
      return;
    }
    used.add(request.socket);
    listener(request, response);
  };
}
