import { describe, expect, test } from 'vitest';
import { proxyFor } from '../fakeService.ts';

const accessToken = 'the-token-of-this-test';
const publicUrl = 'https://editor.example';
const host = 'editor.example';

const app = proxyFor('http://127.0.0.1:9', { host: '0.0.0.0', accessToken, publicUrl });

async function signIn(headers: Record<string, string> = {}): Promise<string> {
  const body = new URLSearchParams({ token: accessToken });
  const answer = await app.request('/sign-in', { method: 'POST', body, headers: { host, ...headers } });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function statusWith(cookie: string): Promise<number> {
  return (await app.request('/api/config', { headers: { host, cookie } })).status;
}

/** The cookie of the test, `name=value`, as what is to come of it. */
type Attack = (cookie: string) => string;

const sessionValue = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);
const withValue = (cookie: string, change: (parts: string[]) => string[]) =>
  `${cookie.split('=')[0]}=${change(sessionValue(cookie).split('.')).join('.')}`;

const signedOut: Readonly<Record<string, Attack>> = {
  'no value': (cookie) => withValue(cookie, () => []),
  'two dots': (cookie) => withValue(cookie, () => ['', '', '']),
  'no seal': (cookie) => withValue(cookie, ([time = '', id = '']) => [time, id, '']),
  'no id': (cookie) => withValue(cookie, ([time = '', , seal = '']) => [time, '', seal]),
  'half a seal': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [time, id, seal.slice(20)]),
  'the seal in capitals': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [time, id, seal.toUpperCase()]),
  'a part too many': (cookie) => withValue(cookie, (parts) => [...parts, 'x']),
  'parts in another order': (cookie) => withValue(cookie, (parts) => parts.toReversed()),
  'a later time': (cookie) => withValue(cookie, ([, id = '', seal = '']) => ['999999999999999', id, seal]),
  'a time with a zero before it': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [`0${time}`, id, seal]),
  'a time with a sign': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [`+${time}`, id, seal]),
  'a time in hex': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [`0x${Number(time).toString(16)}`, id, seal]),
  'a time with an exponent': (cookie) => withValue(cookie, ([, id = '', seal = '']) => ['1e15', id, seal]),
  'bytes in hex before it': (cookie) => withValue(cookie, (parts) => [`%00${parts[0]}`, ...parts.slice(1)]),
  'spaces within': (cookie) => withValue(cookie, (parts) => [`${parts[0]} `, ...parts.slice(1)]),
  'the token': () => `__Host-session=${accessToken}`,
  'the name without its prefix, which another host may set': (cookie) => cookie.replace('__Host-', ''),
  'the name in other letters': (cookie) => cookie.replace('__Host-', '__host-'),
  'the name with a percent sign': (cookie) => cookie.replace('__Host-', '%5F_Host-'),
  'a name before the name': (cookie) => `=${cookie}`,
  'the name within another’s value': (cookie) => `other="; ${cookie.replace('=', ':')}"`,
  'a hundred of other names': (cookie) =>
    Array.from({ length: 100 }, (_, index) => `a${index}${cookie}`).join('; '),
  'oversize: 12,000 characters': (cookie) =>
    withValue(cookie, ([time = '', id = '', seal = '']) => [time, id, seal.padEnd(12_000, 'A')]),
};

test('the cookie of the rows below is a session', async () => {
  expect(await statusWith(await signIn())).toBe(200);
});

describe('a cookie that was tampered with is no session', () => {
  test.each(Object.entries(signedOut))('%s', async (_name, attack) => {
    expect(await statusWith(attack(await signIn()))).toBe(401);
  });
});

describe('a cookie that somebody else planted', () => {
  test('before signing in is not the session after it (fixation)', async () => {
    const planted = await signIn();
    const own = await signIn({ cookie: planted });
    expect(own).not.toBe(planted);
    await app.request('/sign-out', { method: 'POST', headers: { host, cookie: own } });
    expect([await statusWith(own), await statusWith(planted)]).toEqual([401, 200]);
  });

  test.each<[string, Attack]>([
    ['under the plain name', (own) => `session=planted; ${own}`],
    ['under the name of another port', (own) => `__Host-session-8443=planted; ${own}`],
    ['many times under other names', (own) => `${'session=planted; '.repeat(50)}${own}`],
    ['with the same value under another name', (own) => `session=${sessionValue(own)}; ${own}`],
  ])('%s signs nobody out (tossing)', async (_name, attack) => {
    expect(await statusWith(attack(await signIn()))).toBe(200);
  });

  test.each<[string, Attack]>([
    ['before ours', (own) => `${own.split('=')[0]}=planted; ${own}`],
    ['behind ours', (own) => `${own}; ${own.split('=')[0]}=planted`],
  ])('under the same name %s signs in as nobody else', async (_name, attack) => {
    // Browsers send no two of a name that begins with `__Host-`. Which of them counts is all the same, as long as one does.
    expect([200, 401]).toContain(await statusWith(attack(await signIn())));
    expect(await statusWith(attack('__Host-session=forged'))).toBe(401);
  });
});

test('the cookie is for this host alone, by https alone, for no script and for no other site', async () => {
  const body = new URLSearchParams({ token: accessToken });
  const answer = await app.request('/sign-in', { method: 'POST', body, headers: { host } });
  const [, ...attributes] = answer.headers.get('set-cookie')?.split('; ') ?? [];
  expect(attributes.toSorted()).toEqual([
    'HttpOnly',
    'Max-Age=2592000',
    'Path=/',
    'SameSite=Strict',
    'Secure',
  ]);
});
