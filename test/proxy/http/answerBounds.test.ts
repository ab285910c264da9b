import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outboundRequest } from '../fakeService.ts';

let server: Server;
let answer: (socket: Socket) => void;
let connections: number;

beforeEach(async () => {
  connections = 0;
  server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).on('data', () => answer(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(() => void server.close());

/** The length of the answer's body. */
async function ask(method: 'GET' | 'POST' = 'GET'): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const signal = AbortSignal.timeout(5000);
  const { body } = await outboundRequest(`http://127.0.0.1:${port}`, { method, headers: {}, signal });
  let length = 0;
  for await (const chunk of body) length += chunk.length;
  return length;
}

const ok = (length: number, fields = '') => `HTTP/1.1 200 OK\r\n${fields}content-length: ${length}\r\n\r\n`;

test('each answer on a connection that is kept may be long', async () => {
  answer = (socket) => socket.write(ok(100_000) + 'x'.repeat(100_000));
  const lengths: number[] = [];
  for (let index = 0; index < 5; index++) lengths.push(await ask());
  expect(lengths).toEqual(Array(5).fill(100_000));
  expect(connections).toBeLessThan(5);
});

test.each(['GET', 'POST'] as const)(
  'an answer to %s that is far too long ends the connection',
  async (method) => {
    answer = (socket) => socket.write(ok(1_000_000) + 'x'.repeat(1_000_000));
    await expect(ask(method)).rejects.toThrow('The answer is too long.');
  },
);

test('as does a head that is', async () => {
  answer = (socket) => socket.write(ok(0, `${'a: b\r\n'.repeat(30_000)}`));
  await expect(ask()).rejects.toThrow('The answer is too long.');
});

test('interim answers are passed over, but not without end', async () => {
  const hints = (count: number) => 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(count);
  answer = (socket) => socket.write(`${hints(8)}${ok(1)}x`);
  expect(await ask()).toBe(1);
  answer = (socket) => socket.write(`${hints(9)}${ok(1)}x`);
  await expect(ask()).rejects.toThrow('There were too many interim answers.');
});
