import { once } from 'node:events';
import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createHeaders, exampleRequest, exampleTask } from './examples.ts';
import { type FakeService, readBody, startFakeService, testKey } from './fakeService.ts';
import { type BuiltServer, buildServer, pollOptions, type ServerProcess } from './serverProcess.ts';

let built: BuiltServer;
let service: FakeService;
/** Answer the creates that have arrived, in their order. */
let answers: (() => void)[];

beforeAll(async () => {
  built = await buildServer();
  service = await startFakeService(async (request, response) => {
    await readBody(request);
    answers.push(() => response.end(JSON.stringify(exampleTask)));
  });
}, 60_000);

afterAll(async () => {
  await service.close();
  await built.remove();
});

afterEach(() => built.killAll());

async function startServer(
  environment: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess & { readonly address: string }> {
  answers = [];
  const surroundings = { EVOLINK_API_KEY: testKey, EVOLINK_BASE_URL: service.url, PORT: '0' };
  const server = built.run({ ...surroundings, ...environment }, nodeOptions);
  return { ...server, address: await server.url() };
}

/** A create that has reached the service, and what ends it there. */
async function createInFlight(address: string) {
  const headers = createHeaders();
  const body = JSON.stringify(exampleRequest);
  const created = fetch(`${address}/api/generations`, { method: 'POST', headers, body });
  const [answer] = await vi.waitFor(() => {
    expect(answers).toHaveLength(1);
    return answers;
  }, pollOptions);
  return { created, answer: () => answer?.() };
}

/** Whether a new connection is taken. */
async function isListening(address: string): Promise<boolean> {
  try {
    const [response] = await once(get(`${address}/api/health`, { agent: false }), 'response');
    response.resume();
    return true;
  } catch {
    return false;
  }
}

const soonDeaf = (address: string) =>
  vi.waitFor(async () => expect(await isListening(address)).toBe(false), pollOptions);

/** Runs a statement inside the server when it gets SIGUSR2. */
const onSignal = (statement: string) => [
  '--import',
  `data:text/javascript,process.on("SIGUSR2",()=>{setImmediate(()=>{${statement}})})`,
];

describe('the life of the server', { timeout: 90_000 }, () => {
  test('does not hang on its log: it goes on answering when nobody reads that any more', async () => {
    const server = await startServer({ LOG: 'json' });
    server.process.stdout?.destroy();
    server.process.stderr?.destroy();
    for (let count = 0; count < 5; count++) {
      expect((await fetch(`${server.address}/api/config`)).status).toBe(200);
    }
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
  });

  test('does not hang on its log: a reader that has stopped costs lines, not memory', async () => {
    const server = await startServer({ LOG: 'json' });
    server.process.stdout?.pause();
    const path = `/api/nothing/${'x'.repeat(2000)}`;
    for (let count = 0; count < 800; count += 50) {
      await Promise.all(Array.from({ length: 50 }, () => fetch(server.address + path)));
    }
    let size = 0;
    server.process.stdout?.on('data', (chunk) => {
      size += chunk.length;
    });
    server.process.stdout?.resume();
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
    expect(size).toBeGreaterThan(500_000);
    expect(size).toBeLessThan(1_400_000);
  });

  test('SIGUSR1 opens no debugger', async () => {
    const server = await startServer();
    server.process.kill('SIGUSR1');
    expect(await isListening(server.address)).toBe(true);
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
    expect(server.output.stderr).toBe('');
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    '%s lets a create finish: it may be costing money',
    async (signal) => {
      const server = await startServer();
      const { created, answer } = await createInFlight(server.address);
      server.process.kill(signal);
      await soonDeaf(server.address);
      answer();
      expect(await (await created).json()).toEqual(exampleTask);
      expect(await server.exitCode).toBe(0);
    },
  );

  test('a create that a load balancer still sends after SIGTERM is made', async () => {
    const server = await startServer({ DRAIN_SECONDS: '5' });
    server.process.kill('SIGTERM');
    await vi.waitFor(async () => {
      expect((await fetch(`${server.address}/api/health/ready`)).status).toBe(503);
    }, pollOptions);
    const { created, answer } = await createInFlight(server.address);
    answer();
    expect(await (await created).json()).toEqual(exampleTask);
    await soonDeaf(server.address);
    expect(await server.exitCode).toBe(0);
  });

  test('a second Ctrl+C ends it at once, and the first has said what that may cost', async () => {
    const server = await startServer();
    const { created } = await createInFlight(server.address);
    const lost = created.then(
      () => false,
      () => true,
    );
    server.process.kill('SIGINT');
    await vi.waitFor(() => expect(server.output.stderr).toContain('Press Ctrl+C again'), pollOptions);
    expect(server.output.stderr).toContain('may have been charged');
    server.process.kill('SIGINT');
    expect(await server.exitCode).toBe(130);
    expect(await lost).toBe(true);
  });

  test('other signals that come twice cut off nothing', async () => {
    const server = await startServer();
    const { created, answer } = await createInFlight(server.address);
    server.process.kill('SIGTERM');
    await soonDeaf(server.address);
    server.process.kill('SIGTERM');
    server.process.kill('SIGHUP');
    answer();
    expect((await created).status).toBe(200);
    expect(await server.exitCode).toBe(0);
  });

  test('an unexpected exception ends it with an error, after the create in flight, and tells no secret', async () => {
    const server = await startServer({}, onSignal('throw new TypeError(process.env.EVOLINK_API_KEY)'));
    const { created, answer } = await createInFlight(server.address);
    server.process.kill('SIGUSR2');
    await soonDeaf(server.address);
    answer();
    expect(await (await created).json()).toEqual(exampleTask);
    expect(await server.exitCode).toBe(1);
    expect(server.output.stderr).toMatch(/^An unexpected exception: TypeError at .+\. The server stops/);
    expect(server.output.stderr).not.toContain(testKey);
  });

  test('a rejection that nobody awaited is told, and the server goes on', async () => {
    const server = await startServer({}, onSignal('Promise.reject(new RangeError("x"))'));
    server.process.kill('SIGUSR2');
    await vi.waitFor(
      () => expect(server.output.stderr).toMatch(/^An unhandled rejection: RangeError at .+\.\n$/),
      pollOptions,
    );
    expect(await isListening(server.address)).toBe(true);
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
  });

  test('a Redis that never comes does not keep it from stopping', async () => {
    const server = await startServer({ REDIS_URL: 'redis://127.0.0.1:9', DRAIN_SECONDS: '0' });
    server.process.kill('SIGTERM');
    expect(await server.exitCode).toBe(0);
  });
});
