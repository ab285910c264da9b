import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { BoundedRequest } from './crumbs.ts';

const used = new WeakSet<Socket>();

/**
 * Cuts off whoever sends a second request on a connection. One packet has room for thousands, and Node makes a request and an answer
 * of each before anybody else has a turn, whether the connection is closed meanwhile or not: its parser stops in the middle only for
 * a request that is followed by another protocol. So this one says that it is.
 * https://github.com/nodejs/node/blob/v20.x/lib/_http_server.js (parserOnIncoming)
 */
export class OnlyRequest extends BoundedRequest {
  readonly isBehindAnother: boolean;

  constructor(socket: Socket) {
    super(socket);
    this.isBehindAnother = used.has(socket);
    used.add(socket);
    if (!this.isBehindAnother) return;
    socket.destroy();
    Object.defineProperty(this, 'upgrade', { get: () => true, set: () => undefined });
  }
}

/**
 * Carries no such request out, should Node's parser go on after all. Node's `maxRequestsPerSocket` counts requests of HTTP/1.1 that
 * name a host, and takes one behind any other.
 */
export function withOneRequest(
  listener: RequestListener<typeof OnlyRequest>,
): RequestListener<typeof OnlyRequest> {
  return (request, response) => {
    if (!request.isBehindAnother) return listener(request, response);
    response.destroy();
  };
}
