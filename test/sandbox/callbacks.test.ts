import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createTestSandbox, requestBody } from './testSandbox.ts';

type Receiver = { readonly origin: string; readonly bodies: unknown[]; close(): void };
let receiver: Receiver | undefined;

afterEach(() => receiver?.close());

/** Answers with these statuses, one after the other, and then with the last. */
async function receive(...statuses: number[]): Promise<Receiver> {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const status = statuses[Math.min(bodies.length, statuses.length - 1)] ?? 200;
    bodies.push(JSON.parse(String(Buffer.concat(chunks))));
    response.writeHead(status, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  receiver = { origin: `http://127.0.0.1:${port}`, bodies, close: () => void server.close() };
  return receiver;
}

function sandboxWith(callbackOrigin: string | undefined) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  return { waits, sandbox: createTestSandbox({ callbackOrigin, wait }) };
}

it.each(['a hill', 'a hill [sandbox:service_error]'])(
  'tells the task as a query would when “%s” has ended',
  async (prompt) => {
    const { origin, bodies } = await receive(204);
    const { sandbox, waits } = sandboxWith(origin);
    const { file_url } = await sandbox.uploadImage();
    const { id } = await sandbox.createTask({
      ...requestBody(prompt, file_url),
      callback_url: `${origin}/done`,
    });
    await vi.waitFor(() => expect(bodies).toHaveLength(1));
    sandbox.advanceSeconds(4);
    expect(bodies).toEqual([await sandbox.getTask(id)]);
    expect(waits).toEqual([prompt === 'a hill' ? 4000 : 2400]);
  },
);

it('tries three more times, after one, two and four seconds, and follows no redirect', async () => {
  const { origin, bodies } = await receive(500, 307);
  const { sandbox, waits } = sandboxWith(origin);
  await sandbox.createTask({ ...requestBody('[sandbox:service_error]'), callback_url: `${origin}/done` });
  await vi.waitFor(() => expect(bodies).toHaveLength(4));
  expect(waits).toEqual([2400, 1000, 2000, 4000]);
});

it('calls nowhere but where it is allowed to, and refuses loopback elsewhere', async () => {
  const { origin, bodies } = await receive(204);
  const { sandbox, waits } = sandboxWith('https://editor.example.com');
  const body = requestBody('[sandbox:service_error]');
  expect((await sandbox.create({ ...body, callback_url: `${origin}/done` })).status).toBe(400);
  expect((await sandbox.create({ ...body, callback_url: 'https://other.example/done' })).status).toBe(200);
  expect([bodies, waits]).toEqual([[], []]);
});
