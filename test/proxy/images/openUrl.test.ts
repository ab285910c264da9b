import { once } from 'node:events';
import https, { type Server } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openUrl } from '../../../src/proxy/images/openUrl.ts';
import { selfSigned } from '../../helpers/certificate.ts';

const certificate = selfSigned('images.example');
const realRequest = https.request;
let trusted: string[];
let server: Server;
let names: unknown[];
let requests: number;
let interims: number;

beforeEach(async () => {
  trusted = [certificate.cert];
  // The real client, which trusts the test's certificate too.
  vi.spyOn(https, 'request').mockImplementation((url, options, done) =>
    realRequest(url, trusted.length > 0 ? { ...options, ca: trusted } : options, done),
  );
  syncBuiltinESMExports();
  names = [];
  requests = 0;
  interims = 0;
  const { cert, key } = certificate;
  server = https.createServer(
    { cert, key: key.export({ type: 'pkcs8', format: 'pem' }) },
    (_request, response) => {
      requests += 1;
      for (let sent = 0; sent < interims; sent++) response.writeProcessing();
      response.end('here');
    },
  );
  server.on('secureConnection', (socket: { servername?: string }) => names.push(socket.servername));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function open(host: string, addresses = ['127.0.0.1']) {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return openUrl(new URL(`https://${host}:${port}/`), { addresses }, new AbortController().signal);
}

test('the connection goes to the given address, whatever the name means elsewhere, and TLS proves the name', async () => {
  const response = await open('images.example');
  expect([response.statusCode, names]).toEqual([200, ['images.example']]);
  response.destroy();
});

test('a certificate of another name is refused', async () => {
  await expect(open('other.example')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  expect(requests).toBe(0);
});

test('a certificate that nobody vouches for is refused', async () => {
  trusted = [];
  await expect(open('images.example')).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(requests).toBe(0);
});

test('a second address is tried where nobody listens at the first', async () => {
  const response = await open('images.example', ['::1', '127.0.0.1']);
  expect(response.statusCode).toBe(200);
  response.destroy();
});

test('interim answers are passed over, but not without end', async () => {
  interims = 8;
  const response = await open('images.example');
  expect(response.statusCode).toBe(200);
  response.destroy();
  interims = 9;
  await expect(open('images.example')).rejects.toThrow('There were too many interim answers.');
});
