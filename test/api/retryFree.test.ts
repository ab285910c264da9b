import { expect, test } from 'vitest';
import { ProxyError } from '../../src/api/proxyError.ts';
import { retryFree } from '../../src/api/retryFree.ts';

/** Calls that meet the faults in order, and are well after them. */
async function calling(...faults: Error[]) {
  const pauses: number[] = [];
  let calls = 0;
  const call = async () => {
    calls += 1;
    const fault = faults.shift();
    if (fault) throw fault;
    return 'well';
  };
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  const outcome = await retryFree(call, wait).catch((error: Error) => error.message);
  return { outcome, calls, pauses };
}

const fault = (status: number, retryAfterSeconds?: number) =>
  new ProxyError(`${status}`, { status, code: 'x', mayHaveBeenCharged: false, retryAfterSeconds });

test('what may pass is tried four times, with pauses that double and are left to chance by half', async () => {
  const { outcome, calls, pauses } = await calling(fault(0), fault(429), fault(503));
  expect([outcome, calls]).toEqual(['well', 4]);
  for (const [index, most] of [500, 1000, 2000].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(most / 2);
    expect(pauses[index]).toBeLessThanOrEqual(most);
  }
  expect((await calling(...Array(4).fill(fault(500)))).outcome).toBe('500');
});

test('a refusal, or a fault of our own, is not tried again', async () => {
  expect(await calling(fault(415))).toMatchObject({ outcome: '415', calls: 1 });
  expect(await calling(new Error('odd'))).toMatchObject({ outcome: 'odd', calls: 1 });
});

test('who asks to come back later is waited for, but for no longer than 20 seconds', async () => {
  expect((await calling(fault(429, 20))).pauses).toEqual([20_000]);
  expect(await calling(fault(429, 21))).toMatchObject({ outcome: '429', calls: 1 });
});
