import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { selfSigned } from '../helpers/certificate.ts';
import { createHeaders, exampleRequest, exampleTask, pngHead } from './examples.ts';
import { answerJson, testKey } from './fakeService.ts';
import { type BuiltServer, buildServer } from './serverProcess.ts';
import { startWebProxy, type WebProxyServer } from './webProxyServer.ts';

let built: BuiltServer;
/** Holds the certificates that the server is to trust. */
let directory: string;
let ports: Record<string, number>;
let proxy: WebProxyServer;
const certificates: string[] = [];
const closing: (() => unknown)[] = [];

const task = { ...exampleTask, status: 'completed', results: ['https://images.example/a.png'] };

beforeAll(async () => {
  built = await buildServer();
  directory = await mkdtemp(join(tmpdir(), 'web-proxy-'));
  ports = {
    'service.example:443': await startHost('service.example', answerJson(200, task)),
    'images.example:443': await startHost('images.example', (_request, response) => response.end(pngHead)),
  };
  await writeFile(join(directory, 'ca.pem'), certificates.join(''));
}, 60_000);

afterEach(async () => {
  await built.killAll();
  await proxy.close();
});

afterAll(async () => {
  for (const close of closing) close();
  await Promise.all([built.remove(), rm(directory, { recursive: true })]);
});

/** An https host of this name, which no DNS knows. */
async function startHost(name: string, listener: RequestListener): Promise<number> {
  const { cert, key } = selfSigned(name);
  certificates.push(cert);
  const server = createServer({ cert, key: key.export({ type: 'pkcs8', format: 'pem' }) }, listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function run(environment: Record<string, string>) {
  return built.run({
    PORT: '0',
    LOG: 'json',
    EVOLINK_API_KEY: testKey,
    EVOLINK_BASE_URL: 'https://service.example',
    EVOLINK_FILES_URL: 'https://service.example',
    NODE_EXTRA_CA_CERTS: join(directory, 'ca.pem'),
    CREATE_SECONDS: '20',
    ...environment,
  });
}

function create(url: string): Promise<Response> {
  const init = { method: 'POST', headers: createHeaders(), body: JSON.stringify(exampleRequest) };
  return fetch(`${url}/api/generations`, init);
}

const withPassword = () => proxy.url.replace('http://', 'http://us%40er:pass-word@');
const authorisation = `Basic ${Buffer.from('us@er:pass-word').toString('base64')}`;

describe('a server in a network with a web proxy', { timeout: 60_000 }, () => {
  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])(
    'reaches service and images by %s alone, and tells nobody its password',
    async (name) => {
      proxy = await startWebProxy({ ports });
      const server = run({ [name]: withPassword() });
      const url = await server.url();
      const created = await create(url);
      expect([created.status, await created.json()]).toEqual([200, task]);
      const image = await fetch(`${url}/api/tasks/${task.id}/results/0`);
      expect([image.status, Buffer.from(await image.arrayBuffer())]).toEqual([200, pngHead]);
      // A create has a connection of its own.
      const hosts = ['service.example:443', 'service.example:443', 'images.example:443'];
      expect(proxy.asked).toEqual(hosts.map((authority) => ({ authority, authorisation })));
      expect(`${server.output.stdout}${server.output.stderr}`).not.toMatch(/pass-word|dXNAZXI/);
    },
  );

  test('says that nothing was sent where the web proxy wants another password, and what to do', async () => {
    proxy = await startWebProxy({ answer: (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n') });
    const url = await run({ HTTPS_PROXY: proxy.url }).url();
    const created = await create(url);
    expect([created.status, await created.json()]).toEqual([
      502,
      {
        nothing_charged: true,
        error: {
          code: 'service_unreachable',
          message:
            'The web proxy between the editor’s server and the service wants a name and password: HTTPS_PROXY has to hold ' +
            'them, as http://name:password@host:port. No task was created and nothing was charged. ' +
            'Check the connection and press Generate again.',
          type: 'api_error',
        },
      },
    ]);
  });

  test('goes without it where NO_PROXY says so', async () => {
    proxy = await startWebProxy({ ports });
    const url = await run({ HTTPS_PROXY: proxy.url, no_proxy: '.example' }).url();
    expect(await (await create(url)).json()).toMatchObject({ error: { code: 'service_unreachable' } });
    expect(proxy.asked).toEqual([]);
  });

  test('reaches its own sandbox without it', async () => {
    proxy = await startWebProxy({ ports });
    const url = await run({ EVOLINK_API_KEY: '', HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url }).url();
    expect([(await create(url)).status, proxy.asked]).toEqual([200, []]);
  });

  test('does not start with an address that is none, and does not show it', async () => {
    proxy = await startWebProxy();
    const server = run({ HTTPS_PROXY: 'socks5://user:pass-word@proxy:1080' });
    expect(await server.exitCode).toBe(1);
    expect(server.output.stderr).toMatch(
      /HTTPS_PROXY must be the http:\/\/ or https:\/\/ address of a web proxy/,
    );
    expect(server.output.stderr).not.toContain('pass-word');
  });
});
