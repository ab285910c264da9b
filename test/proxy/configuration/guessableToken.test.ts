import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isGuessable } from '../../../src/proxy/configuration/guessableToken.ts';

test.each([
  'aaaaaaaaaaaaaaaa',
  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'abababababababab',
  'aaaaaaaabbbbbbbb',
  'aAaAaAaAbBbBbBbB',
  '1111222233334444',
  '1234567812345678',
  '1234567890123456',
  '0123456789abcdef',
  'abcdefghijklmnop',
  'zyxwvutsrqponmlkj',
  'qwertyuiopasdfgh',
  'QWERTYUIOPasdfghjkl',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8',
  'abc123abc123abc123',
  'passwordpassword',
  'Password12345678',
  'P@ssw0rdP@ssw0rd',
  'password-password-1',
  'change-me-change-me',
  'changemechangemechangeme',
  'CHANGE_ME_CHANGE_ME',
  'your-access-token',
  'my-secret-token-1234',
  'secret1234567890',
  'admin-admin-admin',
  'administrator123',
  'evolink-password-1',
  'letmeinletmeinletmein',
  'correct!correct!correct!',
])('%s is easy to guess', (token) => {
  expect(isGuessable(token)).toBe(true);
});

test.each(['a-long-enough-token', 'the-token-of-this-test', 'correct-horse-battery-staple'])(
  '%s is not',
  (token) => {
    expect(isGuessable(token)).toBe(false);
  },
);

/** As if at random, and the same in every run: of 16 characters one in some 40,000 has too many neighbours by chance. */
function randomBytesOf(seed: number, count: number): Buffer {
  return createHash('sha512').update(`token ${seed}`).digest().subarray(0, count);
}

test('no random token is', () => {
  const tokens = Array.from({ length: 2000 }, (_, seed) => [
    randomBytesOf(seed, 12).toString('base64'),
    randomBytesOf(seed, 24).toString('base64'),
    randomBytesOf(seed, 24).toString('base64url'),
    randomBytesOf(seed, 16).toString('hex'),
    randomBytesOf(seed, 32).toString('hex'),
  ]).flat();
  expect(tokens.filter(isGuessable)).toEqual([]);
});
