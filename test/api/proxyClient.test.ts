import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createProxyClient, type ProxyClient } from '../../src/api/proxyClient.ts';
import { ProxyError } from '../../src/api/proxyError.ts';
import type { GenerationRequest } from '../../src/contract/generationRequest.ts';
import type { Task } from '../../src/contract/task.ts';

const servers: Server[] = [];

/** A client of a real server that answers as told. */
async function clientOf(listener: RequestListener): Promise<ProxyClient> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createProxyClient(fetch, `http://127.0.0.1:${port}`);
}

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  return clientOf((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

const task: Task = {
  created: 1757165031,
  id: 'task-1',
  model: 'mj-v7-upload-paint',
  object: 'image.generation.task',
  progress: 0,
  status: 'pending',
};

const generation: GenerationRequest = {
  model: 'mj-v7-upload-paint',
  prompt: 'mountains',
  image_urls: ['https://example.com/photo.jpg'],
  model_params: {
    mask: { areas: [] },
    canvas: { width: 1024, height: 1024 },
    img_pos: { width: 512, height: 512, x: 256, y: 256 },
    speed: 'fast',
  },
};

async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProxyError)) throw new Error(`not a ProxyError: ${error}`);
  const { status, code, message, retryAfterSeconds, mayHaveBeenCharged } = error;
  return { status, code, message, retryAfterSeconds, mayHaveBeenCharged };
}

describe('a call reaches the proxy:', () => {
  test('the configuration is read', async () => {
    const config = {
      mode: 'sandbox',
      serviceUrl: 'https://api.evolink.ai',
      limits: { uploadBytesMax: 1, requestBytesMax: 2 },
    };
    expect(await (await answering(200, config)).getConfig()).toEqual(config);
  });

  test('a file is sent as raw bytes with its type and name', async () => {
    const seen: unknown[] = [];
    const file = { url: 'https://files.example/1.png', expiresAt: '2030-01-01T00:00:00Z' };
    const client = await clientOf(async (request, response) => {
      seen.push(request.method, request.url, request.headers['content-type'], await bodyOf(request));
      response.end(JSON.stringify(file));
    });
    const blob = new Blob([new Uint8Array([0, 255, 10])], { type: 'image/png' });
    expect(await client.uploadFile(blob, 'a&b c.png')).toEqual(file);
    expect(seen).toEqual(['POST', '/api/files?name=a%26b%20c.png', 'image/png', '\0\xff\n']);
  });

  test('a generation is sent once, as JSON', async () => {
    const seen: unknown[] = [];
    const client = await clientOf(async (request, response) => {
      seen.push(
        request.method,
        request.url,
        request.headers['content-type'],
        request.headers['x-generation-id'],
        JSON.parse(await bodyOf(request)),
      );
      response.end(JSON.stringify(task));
    });
    expect(await client.createGeneration(generation, 'id-1')).toEqual(task);
    expect(seen).toEqual(['POST', '/api/generations', 'application/json', 'id-1', generation]);
  });

  test('a generation that is repeated says how long ago it was sent, and whether the answer is of the first', async () => {
    const seen: unknown[] = [];
    const refusal = JSON.stringify({ error: { code: 'no', message: 'No.', type: 'x' } });
    const client = await clientOf((request, response) => {
      seen.push(request.headers['x-generation-repeat']);
      const replayed = seen.length > 1 ? { 'idempotent-replayed': 'true' } : {};
      response.writeHead(402, { 'content-type': 'application/json', ...replayed }).end(refusal);
    });
    const failures = [
      await client.createGeneration(generation, 'id-1').catch((error) => error),
      await client.createGeneration(generation, 'id-1', { repeatMs: 1500 }).catch((error) => error),
    ];
    expect(failures).toMatchObject([{ isOutcome: false }, { isOutcome: true }]);
    expect(seen).toEqual([undefined, '1500']);
  });

  test('a task and the bytes of a result are read by its id', async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.url?.endsWith('/2')) response.setHeader('content-type', 'image/webp').end('RIFF');
      else response.end(JSON.stringify(task));
    });
    expect(await client.getTask('task/1')).toEqual(task);
    const result = await client.getResult('task-1', 2);
    expect([result.type, await result.text()]).toEqual(['image/webp', 'RIFF']);
    expect(seen).toEqual(['GET /api/tasks/task%2F1', 'GET /api/tasks/task-1/results/2']);
  });
});

describe('a failure is told', () => {
  test('in the words of the proxy, with when to come back', async () => {
    const body = { error: { code: 'rate_limit_exceeded', message: 'Slow down.', type: 'rate_limit_error' } };
    const client = await answering(429, body, { 'retry-after': '7' });
    expect(await failureOf(client.createGeneration(generation, 'id-1'))).toEqual({
      status: 429,
      code: 'rate_limit_exceeded',
      message: 'Slow down.',
      retryAfterSeconds: 7,
      mayHaveBeenCharged: false,
    });
  });

  test('with a date to come back at, as seconds from now', async () => {
    const body = { error: { code: 'busy', message: 'Busy.' } };
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfterSeconds } = await failureOf(
      (await answering(503, body, { 'retry-after': date })).getTask('x'),
    );
    expect(retryAfterSeconds).toBeGreaterThan(50);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  test.each([
    [502, '<h1>Bad gateway</h1>'],
    [200, '{"id": 1}'],
    [200, ''],
  ])('where the answer %i %j is not of the contract', async (status, body) => {
    expect(await failureOf((await answering(status, body)).getTask('x'))).toEqual({
      status,
      code: 'bad_answer',
      message: `The editor’s server answered with status ${status} in a form that the editor does not understand.`,
      retryAfterSeconds: undefined,
      mayHaveBeenCharged: false,
    });
  });

  test('where nothing answers', async () => {
    const client = createProxyClient(fetch, 'http://127.0.0.1:1');
    expect(await failureOf(client.getConfig())).toEqual({
      status: 0,
      code: 'unreachable',
      message: 'The editor’s server cannot be reached. Check that it is running and that you are online.',
      retryAfterSeconds: undefined,
      mayHaveBeenCharged: false,
    });
  });

  test('where a result breaks off', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('RIFF');
      setImmediate(() => response.destroy());
    });
    expect(await failureOf(client.getResult('x', 0))).toMatchObject({ status: 0, code: 'unreachable' });
  });
});

describe('a create may have been charged', () => {
  const unknown = { error: { code: 'outcome_unknown', message: 'Who knows.' } };
  const refused = { error: { code: 'invalid_request', message: 'No.' } };

  test.each([
    [504, unknown, true],
    [503, { ...unknown, nothing_charged: true }, false],
    [200, 'not a task', true],
    [502, '<h1>Bad gateway</h1>', true],
    [413, '<h1>Too large</h1>', false],
    [400, refused, false],
  ])('after %i %j: %s', async (status, body, mayHaveBeenCharged) => {
    const client = await answering(status, body);
    expect(await failureOf(client.createGeneration(generation, 'id-1'))).toMatchObject({
      status,
      mayHaveBeenCharged,
    });
    expect(await failureOf(client.uploadFile(new Blob(['x']), 'x'))).toMatchObject({
      mayHaveBeenCharged: false,
    });
  });

  test('after a lost connection', async () => {
    const client = await clientOf((request) => request.socket.destroy());
    expect(await failureOf(client.createGeneration(generation, 'id-1'))).toMatchObject({
      status: 0,
      mayHaveBeenCharged: true,
    });
    expect(await failureOf(client.getTask('x'))).toMatchObject({ mayHaveBeenCharged: false });
  });

  test('when it was aborted after it was sent; other calls just stop', async () => {
    const abort = new AbortController();
    const client = await clientOf(() => abort.abort());
    expect(
      await failureOf(client.createGeneration(generation, 'id-1', { signal: abort.signal })),
    ).toMatchObject({
      mayHaveBeenCharged: true,
    });
    await expect(client.getTask('x', abort.signal)).rejects.toThrow(abort.signal.reason);
  });
});
