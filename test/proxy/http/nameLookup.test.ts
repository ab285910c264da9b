import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createResolver, lookupBy, type Resolve } from '../../../src/proxy/http/nameLookup.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const silence = () => new Promise<never>(() => {});
const unknown = () => Promise.reject(new Error('ENOTFOUND'));

/** What becomes of a promise, without waiting for it. */
function watch<Result>(promise: Promise<Result>) {
  const seen: { value?: Result; error?: string } = {};
  promise.then(
    (value) => {
      seen.value = value;
    },
    (error) => {
      seen.error = error.name === 'TimeoutError' ? error.name : error.message;
    },
  );
  return seen;
}

describe('a name', () => {
  test.each<[string, Resolve, Resolve, number, object]>([
    ['the system knows', async () => ['1.1.1.1'], async () => ['2.2.2.2'], 0, { value: ['1.1.1.1'] }],
    ['the system does not know', unknown, async () => ['2.2.2.2'], 0, { error: 'ENOTFOUND' }],
    ['the system is silent about, for a moment', silence, async () => ['2.2.2.2'], 999, {}],
    ['the system is silent about', silence, async () => ['2.2.2.2'], 1000, { value: ['2.2.2.2'] }],
    ['the DNS alone does not know', silence, unknown, 14_999, {}],
    ['nobody tells of', silence, silence, 15_000, { error: 'TimeoutError' }],
  ])('that %s', async (_name, system, dns, ms, expected) => {
    const seen = watch(createResolver({ system, dns })('images.example'));
    await vi.advanceTimersByTimeAsync(ms);
    expect(seen).toEqual(expected);
  });

  test('is resolved once for all who want it at the same time, and anew for who comes later', async () => {
    const system = vi.fn(async () => ['1.1.1.1']);
    const resolve = createResolver({ system });
    expect(await Promise.all([resolve('a.example'), resolve('a.example')])).toEqual([
      ['1.1.1.1'],
      ['1.1.1.1'],
    ]);
    expect(system).toHaveBeenCalledTimes(1);
    await resolve('a.example');
    expect(system).toHaveBeenCalledTimes(2);
  });
});

describe('twelve names that the DNS is silent about', () => {
  const names = Array.from({ length: 12 }, (_, index) => `silent-${index}.example`);

  test('hold one thread of the process, and keep no other name from being resolved', async () => {
    const system = vi.fn(silence);
    const resolve = createResolver({
      system,
      dns: async (host) => (host === 'good.example' ? ['3.3.3.3'] : silence()),
    });
    const silent = names.map((name) => watch(resolve(name)));
    const good = watch(resolve('good.example'));
    await vi.advanceTimersByTimeAsync(1000);
    expect([good, silent]).toEqual([{ value: ['3.3.3.3'] }, names.map(() => ({}))]);
    expect(system).toHaveBeenCalledTimes(1);
  });

  test('are not asked for any more by the system once nobody waits for them', async () => {
    let giveUp = (_error: Error) => {};
    const system = vi.fn(
      () =>
        new Promise<never>((_resolve, reject) => {
          giveUp = reject;
        }),
    );
    const resolve = createResolver({ system, dns: silence });
    const silent = names.map((name) => watch(resolve(name)));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(silent).toEqual(names.map(() => ({ error: 'TimeoutError' })));
    giveUp(new Error('EAI_AGAIN'));
    await vi.advanceTimersByTimeAsync(0);
    system.mockResolvedValue(['4.4.4.4'] as never);
    expect(await resolve('good.example')).toEqual(['4.4.4.4']);
    expect(system).toHaveBeenCalledTimes(2);
  });
});

test('whoever connects gets all addresses, or the first one, or the error', async () => {
  const ask = (resolve: Resolve, all: boolean) =>
    new Promise((done) => {
      lookupBy(resolve)('a.example', { all }, (...answer) => done(answer));
    });
  const both: Resolve = async () => ['::1', '127.0.0.1'];
  const error = new Error('ENOTFOUND');
  expect([
    await ask(both, true),
    await ask(both, false),
    await ask(() => Promise.reject(error), true),
    await ask(async () => [], true),
  ]).toEqual([
    [
      null,
      [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ],
    ],
    [null, '::1', 6],
    [error, ''],
    [new Error('The name has no address.'), ''],
  ]);
});
