import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRequest } from '../examples.ts';
import { createSender } from './bodies.ts';
import { stallMax, startWatchedServer, type WatchedServer } from './watchedServer.ts';

/** How an answer begins, and what follows without end. */
type Flood = readonly [start: string, unit: string];

const ok = 'HTTP/1.1 200 OK\r\n';
const chunked = `${ok}transfer-encoding: chunked\r\n\r\n`;
const floods: Readonly<Record<string, Flood>> = {
  'interim answers': ['', 'HTTP/1.1 102 Processing\r\n\r\n'],
  'interim answers with fields': ['', `HTTP/1.1 103 Early Hints\r\n${'a:b\r\n'.repeat(100)}\r\n`],
  'fields of the head': [ok, 'a:\r\n'],
  'one field of the head': [`${ok}a: `, 'aaaa'],
  'fields of the trailer': [`${chunked}0\r\n`, 'a:\r\n'],
  'an extension of a chunk': [`${chunked}1;`, 'aaaa'],
  'chunks of a byte': [chunked, '1\r\n \r\n'],
};

let flood: Flood;
let service: Server;
let server: WatchedServer;
const sockets = new Set<Socket>();

beforeAll(async () => {
  service = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('data', () => pour(socket, flood));
  });
  await once(service.listen(0, '127.0.0.1'), 'listening');
  server = await startWatchedServer(`http://127.0.0.1:${(service.address() as AddressInfo).port}`);
}, 60_000);

afterAll(async () => {
  await server?.stop();
  for (const socket of sockets) socket.destroy();
  service.close();
});

function pour(socket: Socket, [start, unit]: Flood): void {
  const packet = unit.repeat(Math.ceil(65_536 / unit.length));
  const write = () => {
    while (!socket.destroyed && socket.write(packet));
  };
  socket.write(start);
  socket.on('drain', write);
  write();
}

describe('an answer to a create that does not come to its end', () => {
  test.each(Object.entries(floods))('for %s', async (_name, row) => {
    flood = row;
    const send = createSender(server.url, { body: () => JSON.stringify(exampleRequest), status: 502 });
    const { answer, harm } = await server.watch(send);
    expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([502, 'outcome_unknown']);
    expect(harm.processor).toBeLessThan(stallMax);
  });
});
