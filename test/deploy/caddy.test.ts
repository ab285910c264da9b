import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../helpers/freePort.ts';
import { giveLongMemoryAt } from '../helpers/longMemory.ts';
import { type RedisServer, startRedis } from '../helpers/redisServer.ts';
import { createHeaders, exampleRequest, exampleTask } from '../proxy/examples.ts';
import { answerJson, type FakeService, startFakeService, testKey } from '../proxy/fakeService.ts';
import { type BuiltServer, buildServer, pollOptions, type ServerProcess } from '../proxy/serverProcess.ts';

const hasCaddy = spawnSync('caddy', ['version']).status === 0;
const token = 'sgW8-FD2kZ9-pQ4x-Lm7c';

let redis: RedisServer;
let service: FakeService;
let built: BuiltServer;
let copies: ServerProcess[];
let caddy: ChildProcess;
let directory: string;
let site: string;

beforeAll(async () => {
  if (!hasCaddy) return;
  redis = await startRedis();
  await giveLongMemoryAt(redis.url);
  service = await startFakeService(answerJson(200, exampleTask));
  built = await buildServer();
  directory = await mkdtemp(join(tmpdir(), 'caddy-'));
  copies = [1, 2].map(() =>
    built.run({
      PORT: '0',
      EVOLINK_API_KEY: testKey,
      EVOLINK_BASE_URL: service.url,
      EVOLINK_FILES_URL: service.url,
      ACCESS_TOKEN: token,
      REDIS_URL: redis.url,
      TRUST_PROXY: '1',
      CREATES_PER_MINUTE: '10000',
      REQUESTS_PER_MINUTE: '10000',
    }),
  );
  const upstreams = await Promise.all(copies.map(async (copy) => new URL(await copy.url()).host));
  site = `http://127.0.0.1:${await freePort()}`;
  const caddyfile = resolve(import.meta.dirname, '../../docs/deploy/Caddyfile');
  caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      CADDY_ADMIN: `127.0.0.1:${await freePort()}`,
      SITE: site,
      UPSTREAMS: upstreams.join(' '),
    },
    stdio: 'ignore',
  });
  await vi.waitFor(async () => expect((await ask('/api/health/ready')).status).toBe(200), pollOptions);
}, 120_000);

afterAll(async () => {
  if (!hasCaddy) return;
  const ended = once(caddy, 'exit');
  caddy.kill('SIGKILL');
  await ended;
  await built.killAll();
  await Promise.all([built.remove(), service.close(), redis.close(), rm(directory, { recursive: true })]);
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  return fetch(site + path, { ...init, headers });
}

const create = () =>
  ask('/api/generations', { method: 'POST', headers: createHeaders(), body: JSON.stringify(exampleRequest) });

test.skipIf(!hasCaddy)(
  'behind the Caddyfile a copy that is stopped takes nothing with it',
  async () => {
    const statuses: number[] = [];
    const sent = service.calls.length;
    let isOver = false;
    const sending = (async () => {
      while (!isOver) statuses.push((await create()).status);
    })();
    const [first] = copies;
    first?.process.kill('SIGTERM');
    expect(await first?.exitCode).toBe(0);
    const before = statuses.length;
    await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(before + 5), pollOptions);
    isOver = true;
    await sending;
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(service.calls.length - sent).toBe(statuses.length);
  },
  60_000,
);

test.skipIf(!hasCaddy)(
  'behind the Caddyfile everything is 503 while Redis is away',
  async () => {
    await redis.stop();
    const status = async () => (await ask('/')).status;
    await vi.waitFor(async () => expect(await status()).toBe(503), pollOptions);
  },
  60_000,
);
