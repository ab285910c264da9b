import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, request } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHeaders, exampleTask } from '../examples.ts';
import { answerJson, type FakeService, startFakeService, testKey } from '../fakeService.ts';
import { allowedBodies, type BodyAttack, refusedBodies } from './bodies.ts';
import { type Stall, startWatchedServer, type WatchedServer } from './watchedServer.ts';

/** In ms of the processor: five times what is promised, for a machine that has other things to do. What was measured is printed. */
const stallMax = 250;
const complaintLengthMax = 400;

type Figures = Stall & { readonly name: string; readonly healthMs: number };

let outDir: string;
let service: FakeService;
let server: WatchedServer;
const figures: Figures[] = [];

beforeAll(async () => {
  outDir = await mkdtemp(resolve('node_modules/.attack-test-'));
  await build({ build: { ssr: 'src/server.ts', outDir }, logLevel: 'error' });
  service = await startFakeService(answerJson(200, exampleTask));
  server = await startWatchedServer(join(outDir, 'server.js'), {
    EVOLINK_API_KEY: testKey,
    EVOLINK_BASE_URL: service.url,
    EVOLINK_FILES_URL: service.url,
    REQUESTS_PER_MINUTE: '100000',
    CREATES_PER_MINUTE: '100000',
    DATA_DIR: outDir,
  });
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await service?.close();
  await rm(outDir, { recursive: true });
  const [worst] = figures.toSorted((a, b) => b.processor - a.processor);
  if (worst) process.stdout.write(`The worst of ${figures.length} bodies: ${figureText(worst)}\n`);
});

function figureText({ name, processor, clock, healthMs }: Figures): string {
  const [used, stood, waited] = [processor, clock, healthMs].map((ms) => `${ms.toFixed(0)} ms`);
  return `${name}, ${used} of the processor, ${stood} by the clock, health within ${waited}`;
}

/** Sends it on a connection of its own, and asks for the server's health all the while. */
async function attack(name: string, { body, headers }: BodyAttack) {
  const bytes = Buffer.from(body());
  await server.worstStall();
  const callsBefore = service.calls.length;
  const answered = post(bytes, headers);
  const healthMs = await slowestHealth(answered);
  const stall = await server.worstStall();
  figures.push({ name, ...stall, healthMs });
  return { ...(await answered), stallMs: stall.processor, sent: service.calls.length - callsBefore };
}

async function post(
  bytes: Buffer,
  headers: BodyAttack['headers'],
): Promise<{ status: number; text: string }> {
  const sending = request(`${server.url}/api/generations`, {
    method: 'POST',
    agent: false,
    headers: { ...createHeaders(), 'content-length': bytes.length, ...headers },
  });
  // What is refused before it was read whole is cut off behind the answer.
  sending.on('error', () => undefined);
  sending.end(bytes);
  const [response] = await once(sending, 'response');
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode, text };
}

async function slowestHealth(until: Promise<unknown>): Promise<number> {
  let isDone = false;
  void until
    .finally(() => {
      isDone = true;
    })
    .catch(() => undefined);
  let slowest = 0;
  do {
    const startedAt = performance.now();
    const [response] = await once(get(`${server.url}/api/health`, { agent: false }), 'response');
    await once(response.resume(), 'end');
    slowest = Math.max(slowest, performance.now() - startedAt);
    await pause(1);
  } while (!isDone);
  return slowest;
}

describe('a body that is taken', () => {
  test.each(Object.entries(allowedBodies))('%s', async (name, row) => {
    const { status, stallMs, sent } = await attack(name, row);
    expect([status, sent]).toEqual([200, 1]);
    expect(stallMs).toBeLessThan(stallMax);
  });
});

describe('a body that is refused, shortly and without a call', () => {
  test.each(Object.entries(refusedBodies))('%s', async (name, row) => {
    const { status, text, stallMs, sent } = await attack(name, row);
    const { code, message } = JSON.parse(text).error;
    expect([status, code, sent]).toEqual([row.status, row.code, 0]);
    expect(message.slice(0, row.start?.length ?? 0)).toBe(row.start ?? '');
    expect(text.length).toBeLessThan(complaintLengthMax);
    expect(stallMs).toBeLessThan(stallMax);
  });
});
