import { get, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProxyValues } from '../../../src/proxy/createApp.ts';
import { TunnelError } from '../../../src/proxy/http/openTunnel.ts';
import { type RunningProxy, startProxy } from '../../../src/proxy/startProxy.ts';
import { jpegHead, pngHead } from '../examples.ts';
import { type FakeService, proxyFor, proxyValues, startFakeService, testKey } from '../fakeService.ts';
import { isTransferComplete } from '../isTransferComplete.ts';

const image = Buffer.concat([jpegHead, Buffer.alloc(100_000, 7)]);

/** The sandbox: the one place on this machine that may be asked. */
let sandbox: FakeService;
let answer: RequestListener;
let proxy: RunningProxy | undefined;

beforeEach(async () => {
  answer = (_request, response) => response.end(image);
  sandbox = await startFakeService((request, response) => answer(request, response));
});

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await sandbox.close();
  vi.restoreAllMocks();
});

/** As a header may hold it; `URL` reads it as the same. */
const inAscii = (link: string) => link.replace(/[^ -~]/g, encodeURIComponent);

function requestImage(link: string, changes: Partial<ProxyValues> = {}, headers = {}) {
  return proxyFor(sandbox.url, changes).request(`/api/images?url=${encodeURIComponent(link)}`, { headers });
}

async function errorOf(response: Response) {
  const { error } = await response.json();
  return { status: response.status, code: error.code };
}

const refused = { status: 400, code: 'link_refused' };
const unavailable = { status: 502, code: 'image_unavailable' };
const unsuitable = { status: 415, code: 'unsupported_media_type' };

/** A proxy with a port of its own, where connections and what breaks them are real. */
async function startedUrl(changes: Partial<ProxyValues> = {}): Promise<string> {
  // The adapter tells the terminal about broken transfers.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  proxy = await startProxy(proxyValues(sandbox.url, changes), 0);
  return `${proxy.url}/api/images?url=${encodeURIComponent(sandbox.url)}`;
}

describe('an image by its link', { timeout: 5000 }, () => {
  test('comes from this origin byte for byte, with headers of ours alone', async () => {
    answer = (_request, response) =>
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'set-cookie': 'a=b',
          'access-control-allow-origin': '*',
          'content-length': image.length,
        })
        .end(image);
    const response = await requestImage(`${sandbox.url}/a.jpg`);
    expect(Buffer.from(await response.arrayBuffer()).equals(image)).toBe(true);
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'image/jpeg',
        'content-length': `${image.length}`,
        'cache-control': 'private, max-age=600, immutable',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      }),
    ]);
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('is asked for without a key, a cookie or the page’s address', async () => {
    const seen: IncomingHttpHeaders[] = [];
    answer = (request, response) => {
      seen.push(request.headers);
      response.end(image);
    };
    const own = { cookie: 'session=1', authorization: `Bearer ${testKey}`, referer: 'http://localhost/' };
    await requestImage(`${sandbox.url}/a.jpg#part`, {}, { ...own, host: 'localhost' });
    expect(seen).toEqual([
      {
        host: new URL(sandbox.url).host,
        connection: 'close',
        accept: 'image/*',
        'accept-encoding': 'identity',
        'user-agent': 'upload-paint-editor',
      },
    ]);
    expect(sandbox.calls).toEqual(['GET /a.jpg']);
  });

  test('starts to arrive before its host has sent it all', async () => {
    let finish = () => {};
    answer = (_request, response) => {
      response.write(image.subarray(0, 50_000));
      finish = () => response.end(image.subarray(50_000));
    };
    const response = await requestImage(sandbox.url);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    finish();
    await reader?.cancel();
  });

  test('follows five redirects, and no sixth', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(image);
      else response.writeHead(302, { location: `/${left - 1}` }).end('on');
    };
    expect((await requestImage(`${sandbox.url}/5`)).status).toBe(200);
    expect(await errorOf(await requestImage(`${sandbox.url}/6`))).toEqual(unavailable);
    expect(sandbox.calls).toHaveLength(12);
  });

  test.each([
    ['a page', '<html>', unsuitable],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', unsuitable],
    ['a truncated head', pngHead.subarray(0, 6), unsuitable],
    ['nothing', '', unsuitable],
  ])('%s labelled as an image is refused', async (_name, body, refusal) => {
    answer = (_request, response) => response.setHeader('content-type', 'image/png').end(body);
    expect(await errorOf(await requestImage(sandbox.url))).toEqual(refusal);
  });

  test('an image whose bytes are packed is not taken for one', async () => {
    const { gzipSync } = await import('node:zlib');
    answer = (_request, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(image));
    expect(await errorOf(await requestImage(sandbox.url))).toEqual(unsuitable);
  });

  test.each([201, 204, 206, 304, 404, 500])('status %i is no image', async (status) => {
    answer = (_request, response) => response.writeHead(status).end(image);
    expect(await errorOf(await requestImage(sandbox.url))).toEqual(unavailable);
  });

  test('an announced length over the limit is refused, and the host is not heard out', async () => {
    const ended = hostSeesEnd((response) => {
      response.writeHead(200, { 'content-length': image.length }).write(image.subarray(0, 1000));
    });
    const imageBytesMax = image.length - 1;
    expect(await errorOf(await requestImage(sandbox.url, { imageBytesMax }))).toEqual(unsuitable);
    await ended;
  });

  test('an image without an announced length is cut off at the limit, and so is the host', async () => {
    const ended = hostSeesEnd((response) => response.write(image));
    const response = await requestImage(sandbox.url, { imageBytesMax: image.length - 1 });
    await expect(response.arrayBuffer()).rejects.toThrow('larger than');
    await ended;
  });
});

/** Answers by `respond` and resolves when the connection is closed from the proxy's side. */
function hostSeesEnd(respond: (response: Parameters<RequestListener>[1]) => void): Promise<void> {
  return new Promise((resolve) => {
    answer = (_request, response) => {
      response.on('close', resolve);
      respond(response);
    };
  });
}

describe('a host that takes its time', { timeout: 5000 }, () => {
  const timeouts = { create: 15_000, upload: 15_000, read: 15_000, image: 300 };

  test('and never answers is given up', async () => {
    const ended = hostSeesEnd(() => {});
    expect(await errorOf(await requestImage(sandbox.url, { timeouts }))).toEqual(unavailable);
    await ended;
  });

  test('and drips is given up, and the image does not pass for a whole one', async () => {
    let drip: NodeJS.Timeout | undefined;
    const ended = hostSeesEnd((response) => {
      response.write(image.subarray(0, 1000));
      drip = setInterval(() => response.write('.'), 20);
    });
    expect(await isTransferComplete(await startedUrl({ timeouts }))).toBe(false);
    await ended;
    clearInterval(drip);
  });
});

// Far sooner than a host is given up.
describe('a page that goes away', { timeout: 5000 }, () => {
  test('while the host has not answered takes the call with it', async () => {
    const ended = hostSeesEnd(() => {});
    const page = get(await startedUrl()).on('error', () => {});
    await vi.waitFor(() => expect(sandbox.calls).toHaveLength(1));
    page.destroy();
    await ended;
  });

  test('in the middle takes the call with it', async () => {
    const ended = hostSeesEnd((response) => response.write(image.subarray(0, 1000)));
    const page = get(await startedUrl(), (response) => {
      response.on('error', () => {}).once('data', () => page.destroy());
    });
    await ended;
  });
});

describe('a link that leads inside', () => {
  test.each([
    'http://example.com/a.png',
    'ftp://example.com/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '/a.png',
    'example.com/a.png',
    'https://',
    'https://user:password@example.com/a.png',
    'https://user@example.com/a.png',
    'https://example.com:8443/a.png',
    'https://example.com:80/a.png',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://①②⑦.⓪.⓪.①/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fe80::1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/latest/meta-data/',
    'https://0/',
  ])('%s is refused, itself and as a redirect', async (link) => {
    const resolve = vi.fn(async () => ['10.0.0.1']);
    answer = (_request, response) => response.writeHead(302, { location: inAscii(link) }).end();
    expect(await errorOf(await requestImage(link, { resolve }))).toEqual(refused);
    // A path alone is a fine redirect.
    if (!/^\w+:/.test(link)) return;
    expect(await errorOf(await requestImage(sandbox.url, { resolve }))).toEqual(refused);
    expect(sandbox.calls).toEqual(['GET /']);
  });

  test.each([
    ['one private address', ['10.0.0.1']],
    ['a private address behind a public one', ['8.8.8.8', '192.168.0.1']],
    ['a mapped address', ['::ffff:10.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['this machine', ['127.0.0.1', '::1']],
    ['something that is no address', ['sandbox']],
    ['no address', []],
  ])('a name that means %s is refused', async (_name, addresses) => {
    const response = await requestImage('https://images.example/a.png', { resolve: async () => addresses });
    expect(await errorOf(response)).toEqual(refused);
  });

  test('a name that means nothing is refused with the same words as one that leads inside', async () => {
    const nowhere = await requestImage('https://a.example/', {
      resolve: () => Promise.reject(new Error('ENOTFOUND')),
    });
    const inside = await requestImage('https://b.example/', { resolve: async () => ['10.0.0.1'] });
    expect(await nowhere.json()).toEqual(await inside.json());
  });

  test('another port of this machine is refused, by whatever name', async () => {
    const other = await startFakeService((_request, response) => response.end(image));
    const { port } = new URL(other.url);
    const links = [
      other.url,
      `http://localhost:${port}`,
      `http://[::1]:${port}`,
      `https://127.0.0.1:${port}`,
    ];
    const refusals = await Promise.all(links.map(async (link) => errorOf(await requestImage(link))));
    expect([refusals, other.calls]).toEqual([links.map(() => refused), []]);
    await other.close();
  });

  test('the sandbox by another name is refused: it is exactly one origin', async () => {
    const { port } = new URL(sandbox.url);
    expect(await errorOf(await requestImage(`http://localhost:${port}/`))).toEqual(refused);
    expect(sandbox.calls).toEqual([]);
  });

  test('the sandbox is not there while the service is a real one', async () => {
    const real = { baseUrl: 'https://service.example', filesUrl: 'https://files.example' };
    expect(await errorOf(await requestImage(sandbox.url, real))).toEqual(refused);
    expect(sandbox.calls).toEqual([]);
  });

  test('a name is asked for once a request, and the answer is where the connection goes', async () => {
    const { port } = new URL(sandbox.url);
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const resolve = vi.fn(async () => answers.shift() ?? []);
    const own = { baseUrl: `http://localhost:${port}`, resolve };
    expect((await requestImage(`http://localhost:${port}/a`, own)).status).toBe(200);
    expect([resolve.mock.calls, sandbox.calls]).toEqual([[['localhost']], ['GET /a']]);
  });
});

describe('an image that is reached through a web proxy', () => {
  const openTunnel = vi.fn(() => Promise.reject(new TunnelError(403)));
  const nowhere = () => Promise.reject(new Error('ENOTFOUND'));
  const request = (link: string, resolve: ProxyValues['resolve'] = nowhere) =>
    requestImage(link, { resolve, tunnelTo: () => openTunnel });

  afterEach(() => {
    openTunnel.mockClear();
  });

  test.each([
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://[fd00:ec2::254]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://intranet/',
    'https://metadata.google.internal/',
    'https://metadata.google.internal./',
    'https://printer.local/',
    'https://wiki.corp/',
  ])('is not asked for inside: %s', async (link) => {
    expect([await errorOf(await request(link)), openTunnel.mock.calls]).toEqual([refused, []]);
  });

  test('is not asked for by a name that means something inside here', async () => {
    const inside = async () => ['8.8.8.8', '10.0.0.1'];
    const answer = await errorOf(await request('https://images.example/', inside));
    expect([answer, openTunnel.mock.calls]).toEqual([refused, []]);
  });

  test.each<[string, NonNullable<ProxyValues['resolve']>]>([
    ['means nothing here', nowhere],
    ['is public here', async () => ['8.8.8.8']],
    ['the DNS is silent about', () => new Promise(() => {})],
  ])('is asked for by a name that %s', async (_name, resolve) => {
    const response = await request('https://images.example/', resolve);
    expect([await errorOf(response.clone()), openTunnel.mock.calls.length]).toEqual([unavailable, 1]);
    expect((await response.json()).error.message).toContain(
      'did not connect to the image’s host: status 403.',
    );
  });
});

test.each(['', `?url=`, `?url=https://example.com/${'a'.repeat(5000)}`])(
  'without a link of a sensible length (%.8s) nothing is asked',
  async (query) => {
    const response = await proxyFor(sandbox.url).request(`/api/images${query}`);
    expect(await errorOf(response)).toEqual({ status: 400, code: 'invalid_request' });
  },
);

test('another site’s page may not use it', async () => {
  const response = await requestImage(sandbox.url, {}, { 'sec-fetch-site': 'cross-site' });
  expect([response.status, sandbox.calls]).toEqual([403, []]);
});
