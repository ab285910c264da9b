import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { BoundedRequest } from '../../../src/proxy/http/crumbs.ts';
import { withoutUnreadChunks } from '../../../src/proxy/http/unreadBody.ts';

let close = () => {};
afterEach(() => close());

/** Sends a megabyte in chunks of a byte each, which is six on the way, to a server that answers so. */
async function sendCrumbs(listener: RequestListener): Promise<void> {
  const server = createServer({ IncomingMessage: BoundedRequest }, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1').resume();
  socket.on('error', () => undefined);
  close = () => {
    socket.destroy();
    server.close();
  };
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n');
  socket.write('1\r\nx\r\n'.repeat(1_000_000));
}

test('of a body in crumbs no more is taken in than tells that it is one', async () => {
  const seen = new Promise<readonly [number, boolean]>((resolve) => {
    let bytes = 0;
    const listener: RequestListener = (request) => {
      request.on('data', (chunk) => {
        bytes += chunk.length;
        // By then all of its packet has been handed on.
        if (request instanceof BoundedRequest && request.isInCrumbs)
          setImmediate(() => resolve([bytes, request.readableEnded]));
      });
    };
    void sendCrumbs(listener);
  });
  expect(await seen).toEqual([501, false]);
});

test('of a body in chunks nothing is read once it has been answered', async () => {
  const closed = new Promise<readonly [number, boolean]>((resolve) => {
    const listener: RequestListener = (request, response) => {
      request.socket.on('close', () => resolve([request.socket.bytesRead, request.complete]));
      response.end('No.');
    };
    void sendCrumbs(withoutUnreadChunks(listener));
  });
  const [bytes, isComplete] = await closed;
  expect([bytes < 300_000, isComplete]).toEqual([true, false]);
});
