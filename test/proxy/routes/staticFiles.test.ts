import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { staticFiles } from '../../../src/proxy/routes/staticFiles.ts';

const directory = mkdtempSync(join(tmpdir(), 'static-files-'));
mkdirSync(join(directory, 'assets'));
for (const [name, content] of Object.entries({
  'index.html': '<!doctype html>',
  'index.html.gz': 'gzipped page',
  'assets/main-4f2a.js': 'plain script',
  'assets/main-4f2a.js.br': 'script in brotli',
  'assets/main-4f2a.js.gz': 'script in gzip',
  'photo.png': 'pixels',
  'stray.gz': 'an archive',
})) {
  writeFileSync(join(directory, name), content);
}
const app = staticFiles(directory);
const script = '/assets/main-4f2a.js';

afterAll(() => rmSync(directory, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { method, headers });

const tagOf = async (path: string, encoding = 'identity') => {
  const response = await get(path, { 'accept-encoding': encoding });
  return response.headers.get('etag') ?? '';
};

describe('the encoding', () => {
  test.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['br', 'BR'],
    ['br', 'br;q=1.0, gzip;q=1.0'],
    ['br', '*'],
    ['gzip', 'gzip'],
    ['gzip', 'x-gzip'],
    ['gzip', 'gzip;q=1.0, br;q=0.5'],
    ['gzip', 'br;q=0, *'],
    ['gzip', 'gzip;q=0.001'],
    ['gzip', 'identity;q=0, gzip;q=0.5'],
    [null, undefined],
    [null, ''],
    [null, 'identity'],
    [null, 'deflate, zstd'],
    [null, 'br;q=0, gzip;q=0'],
    [null, 'brotli, gzipped'],
    [null, 'gzip;q=0.5, identity'],
    // Better the file than no answer.
    [null, 'identity;q=0'],
    [null, '*;q=0'],
  ])('is %s for %s', async (encoding, accepted) => {
    const response = await get(script, accepted === undefined ? {} : { 'accept-encoding': accepted });
    const body = { br: 'script in brotli', gzip: 'script in gzip' }[encoding ?? ''] ?? 'plain script';
    expect({
      status: response.status,
      encoding: response.headers.get('content-encoding'),
      type: response.headers.get('content-type'),
      caching: response.headers.get('cache-control'),
      vary: response.headers.get('vary'),
      length: response.headers.get('content-length'),
      body: await response.text(),
    }).toEqual({
      status: 200,
      encoding,
      type: 'text/javascript; charset=utf-8',
      caching: 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      length: String(body.length),
      body,
    });
  });

  test('is one that the file has', async () => {
    const response = await get('/', { 'accept-encoding': 'br, gzip;q=0.1' });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual([
      'gzip',
      'gzipped page',
    ]);
  });

  test('is none of an image, which no cache has to keep apart', async () => {
    const { headers } = await get('/photo.png', { 'accept-encoding': 'br, gzip' });
    expect([headers.get('content-encoding'), headers.get('vary'), headers.get('content-type')]).toEqual([
      null,
      null,
      'image/png',
    ]);
  });

  test('is no file of its own, unless it belongs to none', async () => {
    const paths = [`${script}.br`, `${script}.gz`, '/index.html.gz', '/stray.gz'];
    expect(await Promise.all(paths.map(async (path) => (await get(path)).status))).toEqual([
      404, 404, 404, 200,
    ]);
  });
});

describe('an ETag', () => {
  test('is strong, of the content, and another for each encoding', async () => {
    const tags = await Promise.all(['identity', 'br', 'gzip'].map((encoding) => tagOf(script, encoding)));
    expect(tags.every((tag) => /^"[\w-]{20,}"$/.test(tag))).toBe(true);
    expect(new Set(tags).size).toBe(3);
    expect(await tagOf('/index.html')).toBe(await tagOf('/'));
  });

  test.each([
    ['itself', (tag: string) => tag],
    ['itself, weakened by a reverse proxy', (tag: string) => `W/${tag}`],
    ['one of a list', (tag: string) => `"another", W/"or, this", ${tag}`],
    ['anything', () => '*'],
  ])('that the client names as %s makes a 304', async (_, named) => {
    const tag = await tagOf('/', 'gzip');
    const asked = { 'accept-encoding': 'gzip', 'if-none-match': named(tag) };
    for (const method of ['GET', 'HEAD']) {
      const response = await get('/', asked, method);
      expect([response.status, await response.text(), Object.fromEntries(response.headers)]).toEqual([
        304,
        '',
        { etag: tag, 'cache-control': 'no-cache', vary: 'Accept-Encoding' },
      ]);
    }
  });

  test.each([
    ['of the other encoding', () => tagOf('/', 'identity')],
    ['of nothing', async () => '"no-such-thing"'],
    ['without quotes', async () => (await tagOf('/', 'gzip')).slice(1, -1)],
  ])('%s makes a whole answer', async (_, named) => {
    const response = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': await named() });
    expect([response.status, await response.text()]).toEqual([200, 'gzipped page']);
  });
});

test('HEAD tells what GET would', async () => {
  const asked = { 'accept-encoding': 'br' };
  const [head, whole] = [await get(script, asked, 'HEAD'), await get(script, asked)];
  expect([head.status, await head.text(), Object.fromEntries(head.headers)]).toEqual([
    200,
    '',
    Object.fromEntries(whole.headers),
  ]);
});

test('a range is answered with the whole: of two encodings, parts would not fit together', async () => {
  const response = await get(script, { range: 'bytes=0-4', 'accept-encoding': 'br' });
  expect([response.status, await response.text()]).toEqual([200, 'script in brotli']);
});

test('what was built goes on being served, whatever is built over it', async () => {
  const before = [await tagOf('/'), await (await get('/')).text()];
  writeFileSync(join(directory, 'index.html'), 'another build');
  expect([await tagOf('/'), await (await get('/')).text()]).toEqual(before);
});
