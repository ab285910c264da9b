import { afterEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/contract/limits.ts';
import { serviceErrors } from '../../../src/contract/serviceError.ts';
import { createHeaders, exampleRequest, exampleTask } from '../examples.ts';
import {
  answerJson,
  deadUrl,
  type FakeService,
  proxyFor,
  proxyValues,
  readBody,
  startFakeService,
  testKey,
} from '../fakeService.ts';

let service: FakeService | undefined;

afterEach(async () => {
  await service?.close();
  service = undefined;
});

type App = ReturnType<typeof proxyFor>;

function create(app: App, body: unknown = exampleRequest, contentType = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request('/api/generations', {
    method: 'POST',
    headers: { ...createHeaders(), 'content-type': contentType },
    body: text,
  });
}

async function errorOf(response: Response) {
  const { error } = await response.json();
  return { status: response.status, code: error.code, message: error.message };
}

const unknownOutcome =
  'The request may have been received and charged, and it was not sent again. ' +
  'Check your credits at the service before you press Generate again.';

describe('a valid request', () => {
  test('reaches the service unchanged, with the key, and its task comes back', async () => {
    const received: unknown[] = [];
    service = await startFakeService(async (request, response) => {
      const { authorization, 'content-type': type } = request.headers;
      received.push({ authorization, type, body: JSON.parse(String(await readBody(request))) });
      response.end(JSON.stringify(exampleTask));
    });
    const response = await create(proxyFor(service.url));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(exampleTask);
    expect(service.calls).toEqual(['POST /v1/images/generations']);
    expect(received).toEqual([
      { authorization: `Bearer ${testKey}`, type: 'application/json', body: exampleRequest },
    ]);
  });
});

describe('a request that cannot be right is refused without calling the service', () => {
  const params = exampleRequest.model_params;
  const withParams = (changes: object) => ({ ...exampleRequest, model_params: { ...params, ...changes } });

  test.each([
    ['model_params.canvas.width: ', withParams({ canvas: { width: 9999, height: 1024 } })],
    ['model_params.img_pos.x: ', withParams({ img_pos: { ...params.img_pos, x: 0.5 } })],
    [
      'model_params.mask.areas[0].points: An area needs',
      withParams({ mask: { areas: [{ width: 9, height: 9, points: [1, 2] }] } }),
    ],
    [
      'model_params.mask.areas[0].width: Expected a whole number from 1.',
      withParams({ mask: { areas: [{ width: '9', height: 9, points: [0, 0, 0, 9, 9, 9] }] } }),
    ],
    ['model_params.mask.url: Expected an http', withParams({ mask: { url: 7 } })],
    ['model_params.mask.url: Expected an http', withParams({ mask: { url: 'file:///etc/passwd' } })],
    [
      'model_params.mask: Unrecognized key',
      withParams({ mask: { url: 'https://a.example/m.png', extra: 1 } }),
    ],
    ['prompt: ', { ...exampleRequest, prompt: '' }],
    ['image_urls: ', { ...exampleRequest, image_urls: [] }],
    [
      'callback_url: The callback URL must not be a private',
      { ...exampleRequest, callback_url: 'https://10.0.0.1/' },
    ],
    ['Unrecognized key: "quality"', { ...exampleRequest, quality: 'high' }],
    ['Invalid input: expected object', []],
  ])('%s', async (start, body) => {
    service = await startFakeService(answerJson(200, exampleTask));
    const { status, code, message } = await errorOf(await create(proxyFor(service.url), body));
    expect({ status, code, start: message.slice(0, start.length) }).toEqual({
      status: 400,
      code: 'invalid_request',
      start,
    });
    expect(service.calls).toEqual([]);
  });

  test('broken JSON (400), another content type (415) and a body over the limit (413)', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url);
    const statuses = [
      await create(app, '{"model":'),
      await create(app, exampleRequest, 'text/plain'),
      await create(app, { ...exampleRequest, prompt: 'x'.repeat(limits.requestBytesMax) }),
    ].map((response) => response.status);
    expect(statuses).toEqual([400, 415, 413]);
    expect(service.calls).toEqual([]);
  });
});

test('how large a request may be is a setting, named in the refusal', async () => {
  service = await startFakeService(answerJson(200, exampleTask));
  const { limits: standard } = proxyValues(service.url);
  const app = proxyFor(service.url, { limits: { ...standard, requestBytesMax: 3000 } });
  const refused = await create(app, { ...exampleRequest, prompt: 'x'.repeat(3000) });
  expect([(await create(app)).status, service.calls.length]).toEqual([200, 1]);
  expect(await errorOf(refused)).toEqual({
    status: 413,
    code: 'request_too_large',
    message:
      'The request is larger than 3 kB. Nothing was sent and nothing was charged; ' +
      'simplify the mask or send it as a mask image.',
  });
});

describe('an error of the service keeps its status, code, message and type', () => {
  test.each(Object.entries(serviceErrors))('%s', async (code, { status, type }) => {
    const body = { error: { code, message: `The service says ${code}.`, type } };
    service = await startFakeService(answerJson(status, body));
    const response = await create(proxyFor(service.url));
    expect([response.status, await response.json()]).toEqual([status, body]);
    expect(service.calls).toHaveLength(1);
  });

  test('and its Retry-After', async () => {
    const body = { error: { code: 'rate_limit_exceeded', message: 'Slow down.', type: 'rate_limit_error' } };
    service = await startFakeService(answerJson(429, body, { 'retry-after': '7' }));
    const response = await create(proxyFor(service.url));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  test('but not the key, should the service repeat it', async () => {
    const message = `Wrong key ${testKey}`;
    const task = { ...exampleTask, note: { [testKey]: [message] } };
    service = await startFakeService((request, response) => {
      const isTask = request.url?.startsWith('/v1/tasks/') ?? false;
      answerJson(isTask ? 200 : 401, isTask ? task : { error: { code: 'unauthorized', message } }, {
        'retry-after': testKey,
        'x-key': testKey,
      })(request, response);
    });
    const app = proxyFor(service.url);
    const refused = await create(app);
    const queried = await app.request('/api/tasks/task-1');
    const texts = [await refused.clone().text(), await queried.clone().text()];
    const headers = [...refused.headers, ...queried.headers];
    expect(JSON.stringify([texts, headers])).not.toContain(testKey);
    expect(await errorOf(refused)).toEqual({ status: 401, code: 'unauthorized', message: 'Wrong key [key]' });
    expect((await queried.json()).note).toEqual({ '[key]': ['Wrong key [key]'] });
  });
});

describe('when the service fails, the message says whether the request may have been charged', () => {
  test('nothing listens: nothing was sent', async () => {
    expect(await errorOf(await create(proxyFor(await deadUrl())))).toEqual({
      status: 502,
      code: 'service_unreachable',
      message:
        'The service could not be reached. No task was created and nothing was charged. ' +
        'Check the connection and press Generate again.',
    });
  });

  test('in the sandbox it says that nothing is charged there', async () => {
    service = await startFakeService((_request, response) => void response.destroy());
    const app = proxyFor(service.url, { mode: 'sandbox' });
    expect(await errorOf(await create(app))).toMatchObject({
      code: 'outcome_unknown',
      message:
        'The connection to the service broke before it answered. ' +
        'The request may have been received, and it was not sent again. Nothing is charged in the sandbox.',
    });
  });

  test('no such host: nothing was sent', async () => {
    const response = await create(proxyFor('http://no-such-host.invalid'));
    expect(await errorOf(response)).toMatchObject({ status: 502, code: 'service_unreachable' });
  });

  test('reset after receiving: unknown, and not sent again', async () => {
    service = await startFakeService(async (request, response) => {
      await readBody(request);
      response.destroy();
    });
    expect(await errorOf(await create(proxyFor(service.url)))).toEqual({
      status: 502,
      code: 'outcome_unknown',
      message: `The connection to the service broke before it answered. ${unknownOutcome}`,
    });
    expect(service.calls).toHaveLength(1);
  });

  test('reset in the middle of the answer: unknown', async () => {
    service = await startFakeService((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"id":', () => response.destroy());
    });
    expect(await errorOf(await create(proxyFor(service.url)))).toMatchObject({
      status: 502,
      code: 'outcome_unknown',
    });
    expect(service.calls).toHaveLength(1);
  });

  test('silence: unknown, and not sent again', async () => {
    service = await startFakeService(() => {});
    const timeouts = { create: 200, upload: 200, read: 200, image: 200 };
    expect(await errorOf(await create(proxyFor(service.url, { timeouts })))).toEqual({
      status: 504,
      code: 'outcome_unknown',
      message: `The service did not answer within 0.2 seconds. ${unknownOutcome}`,
    });
    expect(service.calls).toHaveLength(1);
  });

  test.each([
    [200, 'outcome_unknown'],
    [504, 'outcome_unknown'],
    [403, 'bad_gateway'],
  ])('an HTML page with status %i: 502 %s', async (status, code) => {
    service = await startFakeService((_request, response) =>
      response.writeHead(status).end('<h1>Hello</h1>'),
    );
    const error = await errorOf(await create(proxyFor(service.url)));
    expect(error).toMatchObject({ status: 502, code });
    expect(error.message).toContain(`status ${status} in a form that this editor does not understand`);
  });

  test('a redirect is not followed: the request would be sent twice', async () => {
    service = await startFakeService((_request, response) =>
      response.writeHead(307, { location: '/other' }).end(),
    );
    expect(await errorOf(await create(proxyFor(service.url)))).toMatchObject({
      status: 502,
      code: 'bad_gateway',
    });
    expect(service.calls).toHaveLength(1);
  });
});
