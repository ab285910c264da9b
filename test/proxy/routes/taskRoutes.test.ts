import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutboundRequest } from '../../../src/proxy/http/outboundRequest.ts';
import { startProxy } from '../../../src/proxy/startProxy.ts';
import { exampleTask, pngHead } from '../examples.ts';
import {
  answerJson,
  deadUrl,
  type FakeService,
  proxyFor,
  proxyValues,
  startFakeService,
  testKey,
} from '../fakeService.ts';
import { isTransferComplete } from '../isTransferComplete.ts';

let service: FakeService | undefined;

afterEach(async () => {
  await service?.close();
  service = undefined;
  vi.restoreAllMocks();
});

const image = Buffer.concat([pngHead, Buffer.alloc(100_000, 7)]);

/** A service with one completed task whose results are these links; `{url}` in them is the service's own address. */
async function startServiceWithResults(
  links: readonly string[],
  host: RequestListener,
): Promise<FakeService> {
  const started = await startFakeService((request, response) => {
    if (!request.url?.startsWith('/v1/tasks/')) return host(request, response);
    const results = links.map((link) => link.replace('{url}', started.url));
    answerJson(200, { ...exampleTask, status: 'completed', progress: 100, results })(request, response);
  });
  service = started;
  return started;
}

const serveImage: RequestListener = (_request, response) => {
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': image.length })
    .end(image);
};

describe('querying a task', () => {
  test('answers with the task as the service tells it, unknown fields included', async () => {
    const task = {
      ...exampleTask,
      status: 'failed',
      error: { code: 'new_code', message: 'New.' },
      extra: [1],
    };
    service = await startFakeService(answerJson(200, task));
    const response = await proxyFor(service.url).request('/api/tasks/task-unified_1');
    expect([response.status, await response.json()]).toEqual([200, task]);
    expect(service.calls).toEqual(['GET /v1/tasks/task-unified_1']);
  });

  test('is possible with any id that a create may be answered with and a path can hold', async () => {
    service = await startFakeService(answerJson(200, exampleTask));
    const app = proxyFor(service.url);
    for (const id of ['task.1', 'task:a~b', '...', '~']) {
      expect((await app.request(`/api/tasks/${encodeURIComponent(id)}`)).status).toBe(200);
    }
    expect(service.calls).toEqual(
      ['task.1', 'task%3Aa~b', '...', '~'].map((path) => `GET /v1/tasks/${path}`),
    );
  });

  test.each(['a%2Fb', 'a%00b', '%2e%2e', 'a%20b', 'a%3Fb', 'a%23b', 'x'.repeat(201), 'ü'])(
    'the id %s is refused without calling the service',
    async (id) => {
      service = await startFakeService(answerJson(200, exampleTask));
      const { status } = await proxyFor(service.url).request(`/api/tasks/${id}`);
      expect([400, 404]).toContain(status);
      expect(service.calls).toEqual([]);
    },
  );

  test('an unknown task keeps the service’s 404', async () => {
    const body = {
      error: { code: 'task_not_found', message: 'No such task.', type: 'invalid_request_error' },
    };
    service = await startFakeService(answerJson(404, body));
    const response = await proxyFor(service.url).request('/api/tasks/task-1');
    expect([response.status, await response.json()]).toEqual([404, body]);
  });

  test('a service that is down or slow costs nothing, and the message says so', async () => {
    service = await startFakeService(() => {});
    const timeouts = { create: 200, upload: 200, read: 200, image: 200 };
    const down = await proxyFor(await deadUrl()).request('/api/tasks/task-1');
    const slow = await proxyFor(service.url, { timeouts }).request('/api/tasks/task-1');
    const rest = 'The task is not affected, and asking again costs nothing. Try again in a moment.';
    expect([down.status, (await down.json()).error]).toEqual([
      502,
      {
        code: 'service_unreachable',
        message: `The service could not be reached. ${rest}`,
        type: 'api_error',
      },
    ]);
    expect([slow.status, (await slow.json()).error]).toEqual([
      504,
      {
        code: 'gateway_timeout',
        message: `The service did not answer within 0.2 seconds. ${rest}`,
        type: 'api_error',
      },
    ]);
  });
});

describe('fetching a result', () => {
  test('passes the image through this origin, typed by its bytes, and keeps the key from its host', async () => {
    const authorizations: unknown[] = [];
    const { url } = await startServiceWithResults(['{url}/a.png', '{url}/b.png'], (request, response) => {
      authorizations.push(request.headers.authorization);
      serveImage(request, response);
    });
    const response = await proxyFor(url).request('/api/tasks/task-1/results/1');
    const {
      'content-type': type,
      'cache-control': caching,
      'content-length': length,
    } = Object.fromEntries(response.headers);
    expect({ status: response.status, type, caching, length }).toEqual({
      status: 200,
      type: 'image/png',
      caching: 'private, max-age=86400, immutable',
      length: `${image.length}`,
    });
    expect(response.headers.has('content-disposition')).toBe(false);
    expect(Buffer.from(await response.arrayBuffer()).equals(image)).toBe(true);
    expect(service?.calls).toEqual(['GET /v1/tasks/task-1', 'GET /b.png']);
    expect(authorizations).toEqual([undefined]);
  });

  test('follows a redirect of the host', async () => {
    const { url } = await startServiceWithResults(['{url}/a'], (request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
      else serveImage(request, response);
    });
    expect((await proxyFor(url).request('/api/tasks/task-1/results/0')).status).toBe(200);
  });

  test.each(['1', '4', '-1', 'x', '00'])('there is no result %s of a task with one', async (index) => {
    const { url } = await startServiceWithResults(['{url}/a.png'], serveImage);
    expect((await proxyFor(url).request(`/api/tasks/task-1/results/${index}`)).status).toBe(404);
  });

  const page: RequestListener = (_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('<script>alert(1)</script>');
  const gone: RequestListener = (_request, response) => response.writeHead(404).end('gone');
  const busy: RequestListener = (_request, response) => response.writeHead(503).end('busy');
  const circle: RequestListener = (_request, response) => response.writeHead(302, { location: '/a' }).end();
  const toFile: RequestListener = (_request, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  const silent: RequestListener = () => {};
  const reset: RequestListener = (_request, response) => response.destroy();

  test.each([
    ['a page labelled as an image', '{url}/a', page],
    ['an expired link', '{url}/a', gone],
    ['a host that is overloaded', '{url}/a', busy],
    ['redirects in a circle', '{url}/a', circle],
    ['a redirect to a file', '{url}/a', toFile],
    ['a silent host', '{url}/a', silent],
    ['a host that hangs up', '{url}/a', reset],
    ['a link that is no web address', 'file:///etc/passwd', serveImage],
    ['a link that is no address at all', 'results/0.png', serveImage],
  ])('%s is a 502', async (name, link, host) => {
    const { url } = await startServiceWithResults([link], host);
    const timeouts = { create: 300, upload: 300, read: 300, image: 300 };
    const response = await proxyFor(url, { timeouts }).request('/api/tasks/task-1/results/0');
    expect(response.status).toBe(502);
    const isWithheld = name === 'an expired link';
    expect((await response.json()).error.code).toBe(isWithheld ? 'result_withheld' : 'result_unavailable');
  });

  test('a link to plain http is not followed while the service is https', async () => {
    const asked: string[] = [];
    const task = { ...exampleTask, status: 'completed', results: ['http://169.254.169.254/a.png'] };
    const fakeRequest: OutboundRequest = async (url) => {
      asked.push(url);
      return { statusCode: 200, headers: {}, body: Readable.from([Buffer.from(JSON.stringify(task))]) };
    };
    const app = proxyFor('https://service.example', { request: fakeRequest });
    expect((await app.request('/api/tasks/task-1/results/0')).status).toBe(502);
    expect(asked).toEqual(['https://service.example/v1/tasks/task-1']);
  });

  test.each([{ 'content-length': `${image.length}` }, {}])(
    'an image that breaks off (headers %j) does not pass for a complete one',
    async (headers) => {
      const { url } = await startServiceWithResults(['{url}/a.png'], (_request, response) => {
        response.writeHead(200, headers);
        response.write(image.subarray(0, 50_000), () => response.destroy());
      });
      // The adapter tells the terminal about it.
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const proxy = await startProxy(proxyValues(url), 0);
      expect(await isTransferComplete(`${proxy.url}/api/tasks/task-1/results/0`)).toBe(false);
      await proxy.close();
    },
  );

  test('the key never goes to a result’s host even when the task names it', async () => {
    const { url } = await startServiceWithResults([`{url}/a.png?key=${testKey}`], serveImage);
    await proxyFor(url).request('/api/tasks/task-1/results/0');
    expect(service?.calls.join()).not.toContain(testKey);
  });
});
