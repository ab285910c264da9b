import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openTunnel } from '../../../src/proxy/http/openTunnel.ts';
import { createTunnels } from '../../../src/proxy/http/webProxies.ts';
import { startWebProxy, type WebProxyServer } from '../webProxyServer.ts';

let proxy: WebProxyServer | undefined;

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
});

const resolve = async () => ['127.0.0.1'];
const webProxy = new URL('http://proxy.example:3128');

function isTunnelled(link: string, noProxy: string, values = {}): boolean {
  const all = { httpsProxy: webProxy, httpProxy: undefined, ...values };
  const tunnelTo = createTunnels({ ...all, noProxy: noProxy.split(',') }, resolve);
  return tunnelTo(new URL(link)) !== undefined;
}

test.each([
  ['https://api.example.com', ''],
  ['https://api.example.com', 'example.org,ample.com,api.example.com:8443'],
  ['https://api.example.com', 'api.example.com.'],
  ['https://8.8.8.8', '10.0.0.0/8,8.8.8.9'],
  ['https://[2606:4700::1111]', 'fd00::/8'],
])('%s goes through the web proxy where NO_PROXY is “%s”', (link, noProxy) => {
  expect(isTunnelled(link, noProxy)).toBe(true);
});

test.each([
  ['https://api.example.com', '*'],
  ['https://api.example.com', 'api.example.com'],
  ['https://API.example.com', 'Example.COM'],
  ['https://api.example.com', '.example.com'],
  ['https://api.example.com', '*.example.com'],
  ['https://api.example.com', 'api.example.com:443'],
  ['https://8.8.8.8', '8.8.0.0/16'],
  ['https://8.8.8.8', '8.8.8.8'],
  ['https://8.8.8.8', '8.8.8.8:443'],
  ['https://[2606:4700::1111]', '2606:4700::/32'],
  ['https://[2606:4700::1111]', '[2606:4700::1111]'],
])('%s does not where it is “%s”', (link, noProxy) => {
  expect(isTunnelled(link, noProxy)).toBe(false);
});

test.each(['http://127.0.0.1:4000', 'https://localhost', 'https://[::1]', 'https://127.1.2.3'])(
  'this machine (%s) is never reached through another one',
  (link) => {
    expect(isTunnelled(link, '', { httpProxy: webProxy })).toBe(false);
  },
);

test('https takes the web proxy of http where it has none of its own, and not the other way round', () => {
  const ofHttp = { httpsProxy: undefined, httpProxy: webProxy };
  expect([
    isTunnelled('https://a.example', '', ofHttp),
    isTunnelled('http://a.example', '', ofHttp),
    isTunnelled('http://a.example', ''),
    isTunnelled('https://a.example', '', { httpsProxy: undefined }),
  ]).toEqual([true, true, false, false]);
});

test('a tunnel is asked for with the web proxy’s name and password, and outlives the attempt', async () => {
  const echo = (socket: Socket) => {
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    socket.pipe(socket);
  };
  proxy = await startWebProxy({ answer: echo });
  const attempt = new AbortController();
  const url = new URL(`http://us%40er:pass%3Aword@proxy.example:${proxy.port}`);
  const socket = await openTunnel(url, new URL('https://a.example'), { resolve, signal: attempt.signal });
  attempt.abort();
  socket.write('hello');
  const [bytes] = await once(socket, 'data');
  socket.destroy();
  const authorisation = `Basic ${Buffer.from('us@er:pass:word').toString('base64')}`;
  expect([String(bytes), proxy.asked]).toEqual(['hello', [{ authority: 'a.example:443', authorisation }]]);
});

test.each<[string, (socket: Socket) => void, object]>([
  ['wants a password', (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'), { status: 407 }],
  ['refuses', (socket) => socket.end('HTTP/1.1 403 No\r\n\r\n'), { status: 403 }],
  ['hangs up', (socket) => socket.destroy(), { code: 'ECONNRESET' }],
  ['speaks something else', (socket) => socket.end('hello'), { code: 'HPE_INVALID_CONSTANT' }],
  ['is silent', () => {}, { name: 'TimeoutError' }],
])('a web proxy that %s makes no tunnel', async (_name, answer, error) => {
  proxy = await startWebProxy({ answer });
  const options = { resolve, signal: AbortSignal.timeout(500) };
  const tunnel = openTunnel(new URL(proxy.url), new URL('https://a.example'), options);
  await expect(tunnel).rejects.toMatchObject(error);
});
