import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { createRevocations } from '../../../src/proxy/guard/revocations.ts';
import { connectRedis, type Redis } from '../../../src/proxy/redis.ts';
import { openFileStore } from '../../../src/proxy/store/fileStore.ts';
import { type KeyValueStore, StoreAwayError } from '../../../src/proxy/store/keyValueStore.ts';
import { createMemoryStore } from '../../../src/proxy/store/memoryStore.ts';
import { type RedisServer, startRedis } from '../../helpers/redisServer.ts';
import { proxyFor } from '../fakeService.ts';

const accessToken = 'the-token-of-this-test';
type App = ReturnType<typeof proxyFor>;

const guarded = (changes: Partial<ProxyValues> = {}) =>
  proxyFor('http://127.0.0.1:9', { accessToken, ...changes });

async function signIn(app: App): Promise<string> {
  const body = new URLSearchParams({ token: accessToken });
  const answer = await app.request('/sign-in', { method: 'POST', body });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const statusWith = async (app: App, cookie: string) =>
  (await app.request('/api/config', { headers: { cookie } })).status;

const leave = (app: App, cookie: string, path = '/sign-out') =>
  app.request(path, { method: 'POST', headers: { cookie } });

/** A store that can be taken away. */
function breakableStore(): { store: KeyValueStore; inner: KeyValueStore; state: { isAway: boolean } } {
  const inner = createMemoryStore(Date.now);
  const state = { isAway: false };
  const unlessAway = <Answer>(ask: () => Promise<Answer>) =>
    state.isAway ? Promise.reject(new StoreAwayError()) : ask();
  const store: KeyValueStore = {
    ...inner,
    get: (key) => unlessAway(() => inner.get(key)),
    add: (key, value, ms) => unlessAway(() => inner.add(key, value, ms)),
    put: (key, value, ms) => unlessAway(() => inner.put(key, value, ms)),
    remove: (key) => unlessAway(() => inner.remove(key)),
  };
  return { store, inner, state };
}

describe('signing out', () => {
  test('ends the session, whoever has a copy of the cookie, and no other', async () => {
    const app = guarded();
    const [mine, others] = [await signIn(app), await signIn(app)];
    expect(mine).not.toBe(others);
    const out = await leave(app, mine);
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(out.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0;/);
    expect([await statusWith(app, mine), await statusWith(app, others)]).toEqual([401, 200]);
  });

  test('everywhere ends all sessions, and who signs in again stays', async () => {
    const app = guarded();
    const [mine, others] = [await signIn(app), await signIn(app)];
    const out = await leave(app, mine, '/sign-out/everywhere');
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in']);
    expect([await statusWith(app, mine), await statusWith(app, others)]).toEqual([401, 401]);
    const again = await signIn(app);
    expect(await statusWith(app, again)).toBe(200);
    await leave(app, again, '/sign-out/everywhere');
    expect(await statusWith(app, again)).toBe(401);
    expect(await statusWith(app, await signIn(app))).toBe(200);
  });

  test.each([
    ['without a session', {}, 303],
    ['with one that ended', { cookie: 'session=1.2.3' }, 303],
    ['with a wrong token', { authorization: 'Bearer wrong' }, 303],
    ['from another site', { authorization: `Bearer ${accessToken}`, 'sec-fetch-site': 'cross-site' }, 403],
  ])('everywhere does nothing %s', async (_name, headers, status) => {
    const app = guarded();
    const cookie = await signIn(app);
    const out = await app.request('/sign-out/everywhere', {
      method: 'POST',
      headers: headers as Record<string, string>,
    });
    expect([out.status, await statusWith(app, cookie)]).toEqual([status, 200]);
  });

  test('everywhere is for a program with the token, too', async () => {
    const app = guarded();
    const cookie = await signIn(app);
    const headers = { authorization: `Bearer ${accessToken}` };
    await app.request('/sign-out/everywhere', { method: 'POST', headers });
    expect(await statusWith(app, cookie)).toBe(401);
  });

  test.each(['session=', 'session=x', `session=${'9'.repeat(13)}.${'A'.repeat(22)}.${'A'.repeat(43)}`])(
    'with the cookie %s ends nothing and is no fault',
    async (cookie) => {
      expect((await leave(guarded(), cookie)).status).toBe(303);
    },
  );
});

test('a single copy knows after a restart who signed out', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sessions-'));
  const withFile = async (work: (app: App) => Promise<void>) => {
    const fileStore = await openFileStore(directory, Date.now);
    await work(guarded({ fileStore })).finally(fileStore.close);
  };
  const cookies: string[] = [];
  await withFile(async (app) => {
    cookies.push(await signIn(app), await signIn(app));
    await leave(app, cookies[0] ?? '');
  });
  await withFile(async (app) => {
    expect(await Promise.all(cookies.map((cookie) => statusWith(app, cookie)))).toEqual([401, 200]);
    await leave(app, cookies[1] ?? '', '/sign-out/everywhere');
  });
  await withFile(async (app) => {
    expect(await Promise.all(cookies.map((cookie) => statusWith(app, cookie)))).toEqual([401, 401]);
    expect(await statusWith(app, await signIn(app))).toBe(200);
  });
  await rm(directory, { recursive: true });
});

describe('while the store is away', () => {
  const session = { id: 'one', issuedAt: Date.now() };
  const other = { id: 'other', issuedAt: Date.now() };
  const lifeMs = 1_000_000;
  const copies = () => {
    const { store, inner, state } = breakableStore();
    const copyOf = () => createRevocations({ store, lifeMs, now: Date.now });
    return { state, inner, one: copyOf(), two: copyOf() };
  };

  test('sessions go on, and what a copy knows holds', async () => {
    const { state, one, two } = copies();
    await one.revoke(session);
    expect(await two.isRevoked(session)).toBe(true);
    state.isAway = true;
    expect([await one.isRevoked(session), await two.isRevoked(session)]).toEqual([true, true]);
    expect([await one.isRevoked(other), await two.isRevoked(other)]).toEqual([false, false]);
  });

  test('what is ended is ended in this copy, and in the others as soon as it is back', async () => {
    const { state, one, two } = copies();
    state.isAway = true;
    expect(await one.revoke(session)).toBe(false);
    expect([await one.isRevoked(session), await two.isRevoked(session)]).toEqual([true, false]);
    state.isAway = false;
    await one.isRevoked(other);
    expect([await two.isRevoked(session), await two.isRevoked(other)]).toEqual([true, false]);
  });

  test('so is everything, and who signs in meanwhile stays', async () => {
    const { state, one, two } = copies();
    state.isAway = true;
    expect(await one.revokeAll()).toBe(false);
    const later = { id: 'later', issuedAt: (await one.revokedUntil()) + 1 };
    expect([await one.isRevoked(session), await one.isRevoked(later)]).toEqual([true, false]);
    state.isAway = false;
    await one.isRevoked(later);
    expect([await two.isRevoked(session), await two.isRevoked(later)]).toEqual([true, false]);
  });

  test('what is emptied is told again that all sessions were ended', async () => {
    const { inner, one, two } = copies();
    expect(await one.revokeAll()).toBe(true);
    await inner.remove('sessions-revoked-until');
    expect(await one.isRevoked(session)).toBe(true);
    expect(await two.isRevoked(session)).toBe(true);
  });
});

test('a session that a copy with a fast clock issued ends with all the others', async () => {
  const store = createMemoryStore(Date.now);
  const values = { store, lifeMs: 1_000_000 };
  const slow = createRevocations({ ...values, now: () => Date.now() - 30_000 });
  await slow.revokeAll();
  expect(await slow.isRevoked({ id: 'of the fast one', issuedAt: Date.now() })).toBe(true);
});

test('whoever signs in within the millisecond of one signing out everywhere is ended by the next', async () => {
  const now = () => 1_000_000_000_000;
  const revocations = createRevocations({ store: createMemoryStore(now), lifeMs: 1_000_000, now });
  await revocations.revokeAll();
  const session = { id: 'between', issuedAt: (await revocations.revokedUntil()) + 1 };
  expect(await revocations.isRevoked(session)).toBe(false);
  await revocations.revokeAll();
  expect(await revocations.isRevoked(session)).toBe(true);
});

describe('with a Redis', () => {
  let server: RedisServer | undefined;
  const clients: Redis[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await server?.close();
    server = undefined;
  });

  test('what one copy ends the other knows, and a loss of Redis is said', async () => {
    server = await startRedis();
    const { url } = server;
    const copies = await Promise.all(
      [0, 1].map(async () => {
        const redis = connectRedis(url, () => undefined);
        clients.push(redis);
        await vi.waitFor(() => expect(redis.isReady).toBe(true), { timeout: 10_000 });
        return guarded({ redis });
      }),
    );
    const [one, two] = copies;
    if (one === undefined || two === undefined) throw new Error('There are two copies.');
    const cookies = [await signIn(one), await signIn(two), await signIn(two)];
    const statuses = (app: App) => Promise.all(cookies.map((cookie) => statusWith(app, cookie)));
    await leave(one, cookies[0] ?? '');
    expect([await statuses(one), await statuses(two)]).toEqual([
      [401, 200, 200],
      [401, 200, 200],
    ]);

    await server.stop();
    await vi.waitFor(() => expect(clients.map(({ isReady }) => isReady)).toEqual([false, false]));
    expect(await statuses(two)).toEqual([401, 200, 200]);
    const out = await leave(one, cookies[1] ?? '');
    expect([out.status, await out.text()]).toEqual([
      503,
      expect.stringContaining('You are signed out here.'),
    ]);
    expect(out.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0;/);
    expect([await statuses(one), await statuses(two)]).toEqual([
      [401, 401, 200],
      [401, 200, 200],
    ]);

    await server.start();
    await vi.waitFor(() => expect(clients.map(({ isReady }) => isReady)).toEqual([true, true]), {
      timeout: 10_000,
    });
    await statuses(one);
    expect(await statuses(two)).toEqual([401, 401, 200]);
    await leave(two, cookies[2] ?? '', '/sign-out/everywhere');
    expect([await statuses(one), await statuses(two)]).toEqual([
      [401, 401, 401],
      [401, 401, 401],
    ]);
  }, 60_000);
});
