import { expect, test } from 'vitest';
import { createCallbackSecrets } from '../../../src/proxy/callbacks/callbackSecrets.ts';
import { testKey } from '../fakeService.ts';

let clock = Date.UTC(2026, 0, 1, 12);
const now = () => clock;
const secrets = createCallbackSecrets(testKey, now);

test('secrets differ, fit into an address and are known by every copy with the same key', () => {
  const issued = Array.from({ length: 100 }, () => secrets.issue());
  expect(new Set(issued).size).toBe(100);
  expect(issued.filter((secret) => !/^[\w-]{43}$/.test(secret))).toEqual([]);
  const copy = createCallbackSecrets(testKey, now);
  expect(issued.map(copy.issuedAt)).toEqual(issued.map(() => clock));
});

test('a secret with any character changed, cut, lengthened, or of another key is a forgery', () => {
  const secret = secrets.issue();
  const changed = Array.from(secret, (letter, index) => {
    const other = letter === 'A' ? 'B' : 'A';
    return `${secret.slice(0, index)}${other}${secret.slice(index + 1)}`;
  });
  const others = ['', 'x', secret.slice(0, -1), `${secret}A`, `${secret}=`, ` ${secret}`, 'ü'.repeat(43)];
  const foreign = createCallbackSecrets(`${testKey}x`, now).issue();
  expect([...changed, ...others, foreign].filter((text) => secrets.issuedAt(text) !== undefined)).toEqual([]);
});

test('a secret is one for a day', () => {
  const secret = secrets.issue();
  clock += 24 * 3_600_000 - 1;
  expect(secrets.issuedAt(secret)).toBeDefined();
  clock += 1;
  expect(secrets.issuedAt(secret)).toBeUndefined();
});
