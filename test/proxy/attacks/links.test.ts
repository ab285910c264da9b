import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { exampleTask } from '../examples.ts';
import { type FakeService, proxyFor, startFakeService } from '../fakeService.ts';

/** Hosts of the inside, in every spelling that a URL takes. */
const hosts = [
  // This machine.
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1'],
  ...['127.255.255.254', '0.0.0.0', '0', '0x0', '2130706433', '0x7f000001', '0x7f.1', '0x7F.0.0.1'],
  ...['0177.0.0.1', '017700000001', '00000177.0.0.1', '①②⑦.⓪.⓪.①', '127。0。0。1', '１２７.0.0.1'],
  ...['%31%32%37.0.0.1', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::127.0.0.1]', '[::ffff:127.0.0.1]'],
  ...['[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::127.0.0.1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]'],
  // Networks of its own.
  ...['10.0.0.1', '0xa.1', '167772161', '012.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  ...['3232235521', '100.64.0.1', '198.18.0.1', '[fc00::1]', '[fd12:3456::1]', '[fec0::1]'],
  ...['[::ffff:10.0.0.1]', '[64:ff9b::10.0.0.1]', '[2002:a00:1::]'],
  // What tells machines of a cloud their secrets.
  ...['169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '[::ffff:169.254.169.254]'],
  ...['[fd00:ec2::254]', '[fe80::a9fe:a9fe]', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
  // To many, or to nobody.
  ...['224.0.0.1', '255.255.255.255', '240.0.0.1', '[ff02::1]', '[2001:db8::1]'],
];

let sandbox: FakeService;
let answer: Parameters<typeof startFakeService>[0];

beforeEach(async () => {
  // Whatever is not refused here must not be connected to by a test.
  vi.spyOn(https, 'request').mockImplementation(() => {
    throw new Error('asked');
  });
  syncBuiltinESMExports();
  sandbox = await startFakeService((request, response) => answer(request, response));
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await sandbox.close();
});

/** A name leads inside, too; that of localhost is not asked for. */
const resolve = async () => ['127.0.0.1'];
const openTunnel = vi.fn(() => Promise.reject(new Error('asked')));

async function refusalOf(link: string, changes: Partial<ProxyValues> = {}) {
  const app = proxyFor(sandbox.url, { resolve, ...changes });
  const response = await app.request(`/api/images?url=${encodeURIComponent(link)}`);
  return [response.status, (await response.json()).error.code];
}

const refused = [400, 'link_refused'];

/** As a header may hold it; `URL` reads it as the same. */
const inAscii = (link: string) => link.replace(/[^ -~]/g, encodeURIComponent);

describe('nothing inside is asked for an image:', () => {
  test.each(hosts)('%s', async (host) => {
    const link = `https://${host}/latest/meta-data/`;
    const redirects: Parameters<typeof startFakeService>[0] = (_request, response) =>
      response.writeHead(302, { location: inAscii(link) }).end();
    answer = redirects;
    expect({
      itself: await refusalOf(link),
      redirect: await refusalOf(`${sandbox.url}/a.png`),
      throughWebProxy: await refusalOf(link, { tunnelTo: () => openTunnel }),
    }).toEqual({ itself: refused, redirect: refused, throughWebProxy: refused });

    answer = (_request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ ...exampleTask, status: 'completed', results: [link] }));
    const result = await proxyFor(sandbox.url, { resolve }).request(`/api/tasks/${exampleTask.id}/results/0`);
    const asked = [openTunnel.mock.calls, vi.mocked(https.request).mock.calls];
    expect([result.status >= 400, ...asked]).toEqual([true, [], []]);
    expect(sandbox.calls).toEqual(['GET /a.png', `GET /v1/tasks/${exampleTask.id}`]);
  });
});
