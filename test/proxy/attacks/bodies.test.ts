import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleTask } from '../examples.ts';
import { answerJson, type FakeService, startFakeService } from '../fakeService.ts';
import { allowedBodies, type BodyAttack, createSender, refusedBodies } from './bodies.ts';
import { type Harm, harmText, stallMax, startWatchedServer, type WatchedServer } from './watchedServer.ts';

const answerLengthMax = 400;

let service: FakeService;
let server: WatchedServer;
const harms: (Harm & { readonly name: string })[] = [];

beforeAll(async () => {
  service = await startFakeService(answerJson(200, exampleTask));
  server = await startWatchedServer(service.url);
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await service?.close();
  const [worst] = harms.toSorted((a, b) => b.processor - a.processor);
  if (worst) process.stdout.write(harmText(`The worst of ${harms.length} bodies, ${worst.name}`, worst));
});

/** `sent` is how many creates reached the service. */
async function attack(name: string, row: BodyAttack) {
  const send = createSender(server.url, row);
  const callsBefore = service.calls.length;
  const { answer, harm } = await server.watch(send);
  harms.push({ name, ...harm });
  return { ...answer, harm, sent: service.calls.length - callsBefore };
}

describe('a body that is taken', () => {
  test.each(Object.entries(allowedBodies))('%s', async (name, row) => {
    const { status, harm, sent } = await attack(name, row);
    expect([status, sent]).toEqual([200, 1]);
    expect(harm.processor).toBeLessThan(stallMax);
  });
});

describe('a body that is refused, shortly and without a call', () => {
  test.each(Object.entries(refusedBodies))('%s', async (name, row) => {
    const { status, text, harm, sent } = await attack(name, row);
    const { code, message } = JSON.parse(text).error;
    expect([status, code, sent]).toEqual([row.status, row.code, 0]);
    expect(message.slice(0, row.start?.length ?? 0)).toBe(row.start ?? '');
    expect(text.length).toBeLessThan(answerLengthMax);
    expect(harm.processor).toBeLessThan(stallMax);
  });
});
