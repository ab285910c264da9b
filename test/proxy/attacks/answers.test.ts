import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exampleRequest, exampleTask, jpegHead } from '../examples.ts';
import { type FakeService, startFakeService } from '../fakeService.ts';
import { type Harm, harmText, stallMax, startWatchedServer, type WatchedServer } from './watchedServer.ts';

let service: FakeService;
let server: WatchedServer;
let told = '';
const harms: (Harm & { readonly name: string })[] = [];

beforeAll(async () => {
  service = await startFakeService((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.setHeader('content-type', 'application/json').end(told));
  });
  server = await startWatchedServer(service.url);
}, 60_000);

afterEach(() => {
  told = '';
});

afterAll(async () => {
  await server?.stop();
  await service?.close();
  const [worst] = harms.toSorted((a, b) => b.processor - a.processor);
  if (worst)
    process.stdout.write(harmText(`The worst of ${harms.length} answers and streams, ${worst.name}`, worst));
});

async function watch<Answer>(name: string, attack: () => Promise<Answer>) {
  const { answer, harm } = await server.watch(attack);
  harms.push({ name, ...harm });
  return { answer, harm };
}

async function statusOf(path: string): Promise<number> {
  const [response] = await once(get(server.url + path, { agent: false }), 'response');
  await once(response.resume(), 'end');
  return response.statusCode;
}

/** A task with one more field, as JSON. */
function taskWith(field: string): string {
  return `${JSON.stringify(exampleTask).slice(0, -1)},${field}}`;
}

/** What is within the 64 kB that are read of an answer, and what is not. */
const [size, sizeBeyond] = [62_000, 250_000];
const answers: Readonly<Record<string, readonly [answer: () => string, status: number]>> = {
  'a task with a field of 62,000 characters': [() => taskWith(`"note":"${'x'.repeat(size)}"`), 200],
  'a task with a field of 10,000 escapes': [() => taskWith(`"note":"${'\\u0416'.repeat(size / 6)}"`), 200],
  'a task with a field of escapes of escapes': [
    () => taskWith(`"note":"${'%252541'.repeat(size / 7)}"`),
    200,
  ],
  'a task with 2,000 results': [
    () => taskWith(`"results":[${'"https://a.example%2f1.png",'.repeat(2000)}""]`),
    200,
  ],
  'a task with 20,000 results': [() => taskWith(`"results":[${'"",'.repeat(size / 3)}""]`), 502],
  'a task with 30,000 numbers for results': [() => taskWith(`"results":[${'1,'.repeat(size / 2)}1]`), 502],
  'a task with 20,000 objects for results': [() => taskWith(`"results":[${'{},'.repeat(size / 3)}{}]`), 502],
  'a task with 5,000 fields': [
    () => taskWith(Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join(',')),
    502,
  ],
  'brackets within brackets': [() => taskWith(`"note":${'['.repeat(size / 2)}${']'.repeat(size / 2)}`), 502],
  'a task with a field of 250,000 characters': [() => taskWith(`"note":"${'x'.repeat(sizeBeyond)}"`), 502],
  'a task with 9,000 results': [
    () => taskWith(`"results":[${'"https://a.example/1.png",'.repeat(8999)}""]`),
    502,
  ],
  'ten megabytes': [() => taskWith(`"note":"${'x'.repeat(1e7)}"`), 502],
};

describe('whatever the service answers, others are served', () => {
  test.each(Object.entries(answers))('%s', async (name, [answer, status]) => {
    told = answer();
    const watched = await watch(name, () => statusOf('/api/tasks/task-1'));
    expect(watched.answer).toBe(status);
    expect(watched.harm.processor).toBeLessThan(stallMax);
  });
});

/** The body in chunks of one byte each, and the status that it is answered with, if the connection is not cut before. */
async function sendByteByByte(path: string, type: string, body: Buffer): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const chunks = Buffer.alloc(6 * body.length, '1\r\nx\r\n');
  for (const [index, byte] of body.entries()) chunks[6 * index + 3] = byte;
  const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`;
  socket.write(Buffer.concat([Buffer.from(head), chunks, Buffer.from('0\r\n\r\n')]));
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  await new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve));
  return Number(text.split(' ')[1] ?? 400);
}

describe('bodies that come byte by byte are refused', () => {
  test('a request', async () => {
    const before = [...service.calls];
    const body = Buffer.from(JSON.stringify(exampleRequest).padEnd(1_000_000));
    const { answer, harm } = await watch('a request byte by byte', () =>
      sendByteByByte('/api/generations', 'application/json', body),
    );
    expect([answer, service.calls]).toEqual([400, before]);
    expect(harm.processor).toBeLessThan(stallMax);
  });

  test('an image', async () => {
    const body = Buffer.concat([jpegHead, Buffer.alloc(1_000_000)]);
    const { answer, harm } = await watch('an image byte by byte', () =>
      sendByteByByte('/api/files?name=a.jpg', 'image/jpeg', body),
    );
    expect(answer).toBe(400);
    expect(harm.processor).toBeLessThan(stallMax);
  });

  test('what nobody reads', async () => {
    const body = Buffer.alloc(1_000_000);
    const { answer, harm } = await watch('what nobody reads byte by byte', () =>
      sendByteByByte('/api/nothing', 'image/jpeg', body),
    );
    expect([400, 404]).toContain(answer);
    expect(harm.processor).toBeLessThan(stallMax);
  });
});
