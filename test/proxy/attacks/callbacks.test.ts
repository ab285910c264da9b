import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createCallbackSecrets } from '../../../src/proxy/callbacks/callbackSecrets.ts';
import { createHeaders, exampleRequest, exampleTask } from '../examples.ts';
import { type FakeService, proxyFor, readBody, startFakeService, testKey } from '../fakeService.ts';

const publicUrl = 'https://editor.example.com';
const completed = { ...exampleTask, status: 'completed', results: ['https://a.example/1.png'] };

let service: FakeService;
let app: ReturnType<typeof proxyFor>;
/** The secret that the service was told, for a task that has not ended. */
let secret = '';

beforeAll(async () => {
  service = await startFakeService(async (request, response) => {
    const body = String(await readBody(request));
    if (request.method === 'POST') secret = JSON.parse(body).callback_url.split('/').at(-1);
    response.end(JSON.stringify(request.method === 'POST' ? exampleTask : completed));
  });
  app = proxyFor(service.url, { publicUrl, accessToken: 'the-token-of-this-test' });
  const headers = { ...createHeaders(), authorization: 'Bearer the-token-of-this-test' };
  await app.request('/api/generations', { method: 'POST', headers, body: JSON.stringify(exampleRequest) });
});

afterAll(() => service.close());

/** Nobody has made the service be asked. */
afterEach(() => expect(service.calls).toEqual(['POST /v1/images/generations']));

function post(path: string, body: string | Uint8Array<ArrayBuffer> = JSON.stringify(completed), more = {}) {
  const headers = { host: 'editor.example.com', 'content-type': 'application/json', ...more };
  return app.request(path, { method: 'POST', headers, body });
}

const now = () => Date.now();
const dayMs = 24 * 3_600_000;
const swapped = (text: string) => text.replace(/[A-Z]|[a-z]/g, (letter) => (letter < 'a' ? 'a' : 'A'));

/** What somebody may call who has seen a secret, or has a server of their own. */
const forgeries: Readonly<Record<string, () => string>> = {
  'no secret': () => '',
  'a word': () => 'secret',
  'the secret of another key': () => createCallbackSecrets(`${testKey}x`, now).issue(),
  'a secret of no task, a day old': () => createCallbackSecrets(testKey, () => now() - dayMs).issue(),
  zeros: () => 'A'.repeat(43),
  'a secret without its end': () => secret.slice(0, -1),
  'a secret with more behind it': () => `${secret}A`,
  'a secret with padding': () => `${secret}%3D`,
  'a secret in the other alphabet of base64': () => `${secret.slice(0, -2)}%2B%2F`,
  'a secret in the other case': () => swapped(secret),
  'a secret twice': () => secret + secret,
  'a secret behind a space': () => `%20${secret}`,
  'a secret behind a path': () => `..%2f${secret}`,
  'a secret before a path': () => `${secret}/..`,
  'a secret before NUL': () => `${secret}%00`,
  'a secret as a query': () => `?secret=${secret}`,
  'the path to health': () => '..%2fhealth',
  'four thousand characters': () => secret.padEnd(4000, 'A'),
};

describe('a call to an address that is nobody’s asks nothing:', () => {
  test.each(Object.entries(forgeries))('%s', async (_name, forge) => {
    const { status } = await post(`/api/callbacks/${forge()}`);
    // What is no callback's address is one of those for which one signs in.
    expect([401, 404]).toContain(status);
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s', async (method) => {
    const answer = await app.request(`/api/callbacks/${secret}`, {
      method,
      headers: { host: 'editor.example.com' },
    });
    expect([401, 404]).toContain(answer.status);
  });

  test.each(['evil.example', 'editor.example.com.evil.example', '10.0.0.1'])('by the name %s', async (host) =>
    expect((await post(`/api/callbacks/${secret}`, '{}', { host })).status).toBe(403),
  );
});

const id = exampleTask.id;
/** Bodies that are no task, or another one. */
const bodies: Readonly<Record<string, readonly [body: string | Uint8Array<ArrayBuffer>, status: number]>> = {
  nothing: ['', 400],
  'no JSON': ['{', 400],
  'a list': [`[{"id":"${id}"}]`, 400],
  'the id alone': [JSON.stringify(id), 400],
  nobody: ['null', 400],
  'a task without an id': ['{"status":"completed"}', 400],
  'an id in another letter case': [`{"ID":"${id}"}`, 400],
  'a number for an id': ['{"id":7}', 400],
  'a list for an id': [`{"id":["${id}"]}`, 400],
  'an object for an id': ['{"id":{"$ne":""}}', 400],
  'an id of the prototype': [`{"__proto__":{"id":"${id}"}}`, 400],
  'an id with a path': [`{"id":"../${id}"}`, 400],
  'an id with an escaped path': [`{"id":"..%2f${id}"}`, 400],
  'an id with a query': [`{"id":"${id}?a=b"}`, 400],
  'an id with a line end': [`{"id":"${id}\\r\\nx: y"}`, 400],
  'an id behind a space': [`{"id":" ${id}"}`, 400],
  'an id of 300 characters': [`{"id":"${'a'.repeat(300)}"}`, 400],
  'an id of a form': [`id=${id}`, 400],
  'another task': ['{"id":"task-2"}', 404],
  'another task behind the right one': [`{"id":"${id}","id":"task-2"}`, 404],
  'the right task, cut': [`{"id":"${id.slice(0, -1)}"}`, 404],
  'bytes that are no text': [Uint8Array.of(0xff, 0xfe, 0x7b), 400],
  'brackets within brackets': [`{"id":"${id}","a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 400],
  '20,000 objects': [`{"id":"${id}","results":[${'{},'.repeat(20_000)}{}]}`, 400],
  'more than 64 kB': [`{"id":"${id}","pad":"${'x'.repeat(65 * 1024)}"}`, 413],
};

describe('a call to the right address asks nothing for', () => {
  test.each(Object.entries(bodies))('%s', async (_name, [body, status]) => {
    const answer = await post(`/api/callbacks/${secret}`, body);
    const text = await answer.text();
    expect([answer.status, text.length < 200, text.includes(id)]).toEqual([status, true, false]);
  });
});
