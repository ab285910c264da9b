import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { imageMimeTypes } from '../../../src/contract/imageType.ts';
import { limits } from '../../../src/contract/limits.ts';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { type RunningProxy, startProxy } from '../../../src/proxy/startProxy.ts';
import { exampleUpload, jpegHead, pngHead } from '../examples.ts';
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

const megabyte = 1024 * 1024;
const png = Buffer.concat([pngHead, Buffer.from('\r\n--upload-\0\xff', 'latin1')]);
const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of running.splice(0).reverse()) await server.close();
});

async function startService(...parameters: Parameters<typeof startFakeService>): Promise<FakeService> {
  const service = await startFakeService(...parameters);
  running.push(service);
  return service;
}

async function startProxyFor(serviceUrl: string, changes: Partial<ProxyValues> = {}): Promise<RunningProxy> {
  const proxy = await startProxy(proxyValues(serviceUrl, changes), 0);
  running.push(proxy);
  return proxy;
}

function upload(
  app: ReturnType<typeof proxyFor>,
  body: Buffer<ArrayBuffer> | null,
  type = 'image/png',
  name = 'photo.png',
) {
  const headers = { 'content-type': type };
  return app.request(`/api/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body });
}

describe('an accepted image', () => {
  test('reaches the file service as the one part of a form, byte for byte, with the key', async () => {
    const received: unknown[] = [];
    const service = await startService(async (request, response) => {
      const form = await new Response(await readBody(request), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      const file = form.get('file');
      if (!(file instanceof File)) throw new Error('no file');
      const bytes = Buffer.from(await file.arrayBuffer());
      const { authorization } = request.headers;
      received.push({
        parts: [...form.keys()],
        name: file.name,
        type: file.type,
        authorization,
        isSame: bytes.equals(png),
      });
      response.end(JSON.stringify(exampleUpload));
    });
    const response = await upload(proxyFor(service.url), png, 'Image/PNG; x=y', '../a "b"\r\nX: y/ünï.gif');
    expect([response.status, await response.json()]).toEqual([
      200,
      { url: 'https://files.example.com/photo.png', expiresAt: '2025-09-09T13:23:51Z' },
    ]);
    expect(service.calls).toEqual(['POST /api/v1/files/upload/stream']);
    expect(received).toEqual([
      { parts: ['file'], name: 'n.png', type: 'image/png', authorization: `Bearer ${testKey}`, isSame: true },
    ]);
  });

  test('is announced with its exact length where the page announced it', async () => {
    const lengths: unknown[] = [];
    const service = await startService(async (request, response) => {
      const { 'content-length': announced, 'transfer-encoding': encoding } = request.headers;
      lengths.push({ announced, encoding, isExact: Number(announced) === (await readBody(request)).length });
      response.end(JSON.stringify(exampleUpload));
    });
    const proxy = await startProxyFor(service.url);
    const headers = { 'content-type': 'image/png' };
    await fetch(`${proxy.url}/api/files`, { method: 'POST', headers, body: png });
    expect(lengths).toEqual([{ announced: expect.any(String), encoding: undefined, isExact: true }]);
  });

  test.each([
    ['image/jpeg', jpegHead],
    ['image/png', pngHead],
    ['image/gif', Buffer.from('GIF89a......')],
    ['image/webp', Buffer.from('RIFF....WEBP')],
  ] as const)('may be %s, and is then refused as anything else', async (type, head) => {
    const service = await startService(answerJson(200, exampleUpload));
    const app = proxyFor(service.url);
    const statuses = await Promise.all(
      imageMimeTypes.map(async (declared) => [declared, (await upload(app, head, declared)).status]),
    );
    const expected = imageMimeTypes.map((declared) => [declared, declared === type ? 200 : 415]);
    expect(statuses).toEqual(expected);
    expect(service.calls).toHaveLength(1);
  });
});

describe('what cannot be an acceptable image is refused without calling the service', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');

  test.each([
    ['an SVG', svg, 'image/svg+xml', 415, 'unsupported_media_type'],
    ['a PDF', Buffer.from('%PDF-1.7 and more'), 'application/pdf', 415, 'unsupported_media_type'],
    ['an SVG labelled as PNG', svg, 'image/png', 415, 'unsupported_media_type'],
    ['a truncated header', pngHead.subarray(0, 6), 'image/png', 415, 'unsupported_media_type'],
    ['an empty file', Buffer.alloc(0), 'image/png', 400, 'invalid_request'],
    ['no body', null, 'image/png', 400, 'invalid_request'],
  ])('%s', async (_name, body, type, status, code) => {
    const service = await startService(answerJson(200, exampleUpload));
    const response = await upload(proxyFor(service.url), body, type);
    const { error } = await response.json();
    expect({ status: response.status, code: error.code }).toEqual({ status, code });
    expect(service.calls).toEqual([]);
  });

  test('an announced length over the limit', async () => {
    const service = await startService(answerJson(200, exampleUpload));
    const headers = { 'content-type': 'image/png', 'content-length': `${limits.imageBytesMax + 1}` };
    const response = await proxyFor(service.url).request('/api/files', {
      method: 'POST',
      headers,
      body: png,
    });
    expect([response.status, (await response.json()).error]).toEqual([
      413,
      {
        code: 'request_too_large',
        message: 'The image is larger than 50 MB. Nothing was uploaded; make it smaller first.',
        type: 'invalid_request_error',
      },
    ]);
    expect(service.calls).toEqual([]);
  });
});

test('how large an image may be is a setting, named in the refusal', async () => {
  const service = await startService(answerJson(200, exampleUpload));
  const { limits: standard } = proxyValues(service.url);
  const app = proxyFor(service.url, { limits: { ...standard, uploadBytesMax: 2 * megabyte } });
  const fitting = Buffer.concat([png, Buffer.alloc(2 * megabyte - png.length)]);
  const accepted = await upload(app, fitting);
  const refused = await upload(app, Buffer.concat([fitting, png]));
  expect([accepted.status, refused.status]).toEqual([200, 413]);
  expect((await refused.json()).error.message).toBe(
    'The image is larger than 2 MB. Nothing was uploaded; make it smaller first.',
  );
});

describe('streaming', () => {
  /** An upload whose body is written piece by piece. */
  function beginUpload(proxy: RunningProxy, headers: Record<string, string | number> = {}) {
    const sending = httpRequest(`${proxy.url}/api/files?name=big.jpg`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', ...headers },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sending.on('response', resolve).on('error', reject);
    });
    return { sending, answered };
  }

  async function write(sending: ClientRequest, bytes: Buffer): Promise<void> {
    if (!sending.write(bytes)) await new Promise((resolve) => sending.once('drain', resolve));
  }

  async function statusAndCode(answer: IncomingMessage) {
    const { error } = JSON.parse(String(await readBody(answer)));
    return { status: answer.statusCode, code: error?.code };
  }

  test('20 MB start to arrive at the service before the page has finished sending, and arrive unchanged', async () => {
    const image = Buffer.concat([jpegHead, randomBytes(20 * megabyte)]);
    const firstHalf = image.subarray(0, image.length / 2);
    let received: Buffer = Buffer.alloc(0);
    let arrived = 0;
    const service = await startService(async (request, response) => {
      request.on('data', (chunk) => {
        arrived += chunk.length;
      });
      received = await readBody(request);
      response.end(JSON.stringify(exampleUpload));
    });
    const { sending, answered } = beginUpload(await startProxyFor(service.url));
    await write(sending, firstHalf);
    await vi.waitFor(() => expect(arrived).toBeGreaterThan(firstHalf.length), { timeout: 15_000 });
    sending.end(image.subarray(firstHalf.length));
    expect((await answered).statusCode).toBe(200);
    const start = received.indexOf('\r\n\r\n') + 4;
    expect(received.subarray(start, start + image.length).equals(image)).toBe(true);
  });

  test('a body of unannounced length is cut off at the limit, and the service never sees it end', async () => {
    const ends: string[] = [];
    const service = await startService((request) => {
      request.on('end', () => ends.push('complete')).on('error', () => ends.push('aborted'));
      request.resume();
    });
    const { sending, answered } = beginUpload(await startProxyFor(service.url));
    const outcome = answered.then(statusAndCode).catch((error: NodeJS.ErrnoException) => error.code);
    const closed = once(sending, 'close').catch(() => undefined);
    sending.write(jpegHead);
    for (let sent = 0; sent <= limits.imageBytesMax && !sending.destroyed; sent += megabyte)
      await Promise.race([write(sending, Buffer.alloc(megabyte)), closed]);
    sending.end();
    // Whoever goes on sending chunks is cut off, and may be so before it has heard why: see unreadBody.ts.
    expect([{ status: 413, code: 'request_too_large' }, 'ECONNRESET', 'EPIPE']).toContainEqual(await outcome);
    await vi.waitFor(() => expect(ends).toEqual(['aborted']), { timeout: 15_000 });
  });

  test('a service that does not take the image is not read ahead of', async () => {
    const service = await startService((request) => request.pause());
    const timeouts = { create: 500, upload: 500, read: 500, image: 500 };
    const { sending, answered } = beginUpload(await startProxyFor(service.url, { timeouts }));
    sending.write(jpegHead);
    let sent = 0;
    const writing = (async () => {
      for (; sent < limits.imageBytesMax; sent += megabyte) await write(sending, Buffer.alloc(megabyte));
    })();
    expect(await statusAndCode(await answered)).toEqual({ status: 504, code: 'gateway_timeout' });
    // What the system's own buffers hold, which are several megabytes on each of the two connections.
    expect(sent).toBeLessThan(limits.imageBytesMax / 2);
    sending.destroy();
    await Promise.race([writing, once(sending, 'close')]);
  });

  test('a page that goes away in the middle takes the upload with it', async () => {
    const ends: string[] = [];
    const service = await startService((request) => {
      request.on('data', () => sending.destroy());
      request.on('end', () => ends.push('complete')).on('error', () => ends.push('aborted'));
    });
    const { sending, answered } = beginUpload(await startProxyFor(service.url), {
      'content-length': megabyte,
    });
    answered.catch(() => {});
    sending.write(jpegHead);
    await vi.waitFor(() => expect(ends).toEqual(['aborted']), { timeout: 15_000 });
  });

  test('a refusal that the service sends early reaches the page while it is still sending', async () => {
    const body = { error: { code: 'unauthorized', message: 'Bad key.', type: 'authentication_error' } };
    const service = await startService((request, response) => {
      request.once('data', () => response.writeHead(401).end(JSON.stringify(body)));
    });
    const { sending, answered } = beginUpload(await startProxyFor(service.url), {
      'content-length': 20 * megabyte,
    });
    sending.write(jpegHead);
    expect(await statusAndCode(await answered)).toEqual({ status: 401, code: 'unauthorized' });
    sending.destroy();
  });
});

describe('when the file service fails, nothing is charged and the message says so', () => {
  const rest = 'The image was not uploaded and nothing was charged. Check the connection and try again.';

  test('nothing listens', async () => {
    const response = await upload(proxyFor(await deadUrl()), png);
    expect([response.status, (await response.json()).error]).toEqual([
      502,
      {
        code: 'service_unreachable',
        message: `The service could not be reached. ${rest}`,
        type: 'api_error',
      },
    ]);
  });

  test('it resets the connection', async () => {
    const service = await startService((request) => request.once('data', () => request.destroy()));
    const response = await upload(proxyFor(service.url), png);
    const message = `The connection to the service broke before it answered. ${rest}`;
    expect([response.status, (await response.json()).error]).toEqual([
      502,
      { code: 'bad_gateway', message, type: 'api_error' },
    ]);
  });

  test('it stays silent', async () => {
    const service = await startService(() => {});
    const timeouts = { create: 200, upload: 200, read: 200, image: 200 };
    const response = await upload(proxyFor(service.url, { timeouts }), png);
    const message = `The upload stood still for 0.2 seconds. ${rest}`;
    expect([response.status, (await response.json()).error]).toEqual([
      504,
      { code: 'gateway_timeout', message, type: 'api_error' },
    ]);
  });

  test.each([
    ['an HTML page', '<h1>Bad gateway</h1>'],
    ['a response without the file’s address', JSON.stringify({ ...exampleUpload, data: {} })],
  ])('it answers with %s', async (_name, text) => {
    const service = await startService((_request, response) => response.end(text));
    const response = await upload(proxyFor(service.url), png);
    const message = `The service answered with status 200 in a form that this editor does not understand. ${rest}`;
    expect([response.status, (await response.json()).error]).toEqual([
      502,
      { code: 'bad_gateway', message, type: 'api_error' },
    ]);
  });
});
