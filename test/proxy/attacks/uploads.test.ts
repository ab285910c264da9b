import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleUpload, jpegHead, pngHead } from '../examples.ts';
import { type FakeService, proxyFor, readBody, startFakeService, testKey } from '../fakeService.ts';

type Received = Readonly<{ name: string; file: string; type: string; isSame: boolean }>;

let service: FakeService;
let received: Received[];
let sent: Buffer;

beforeEach(async () => {
  received = [];
  service = await startFakeService(async (request, response) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(await readBody(request), { headers }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') received.push({ name, file: '', type: '', isSame: false });
      else {
        const bytes = Buffer.from(await value.arrayBuffer());
        received.push({ name, file: value.name, type: value.type, isSame: bytes.equals(sent) });
      }
    }
    response.end(JSON.stringify(exampleUpload));
  });
});

afterEach(() => service.close());

async function upload(body: Buffer<ArrayBuffer>, type: string, query = '?name=photo.png') {
  sent = body;
  const response = await proxyFor(service.url).request(`/api/files${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const text = await response.text();
  expect(text).not.toContain(testKey);
  return response.status;
}

const png = Buffer.concat([pngHead, Buffer.alloc(100, 7)]);
const part = (name: string, more = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.png"${more}\r\nContent-Type: image/png\r\n\r\n`;
const form = (...texts: string[]) => Buffer.from(texts.join(''));

/** This server takes no forms; it makes them. */
const forms: Readonly<Record<string, readonly [type: string, body: Buffer<ArrayBuffer>]>> = {
  'a form': ['multipart/form-data; boundary=b', form(part('file'), 'x\r\n--b--\r\n')],
  'two files': [
    'multipart/form-data; boundary=b',
    form(part('file'), 'x\r\n', part('file'), 'y\r\n--b--\r\n'),
  ],
  'another boundary than it says': ['multipart/form-data; boundary=c', form(part('file'), 'x\r\n--b--\r\n')],
  'no boundary': ['multipart/form-data', form(part('file'), 'x\r\n--b--\r\n')],
  'a boundary of 2,000 characters': [`multipart/form-data; boundary=${'b'.repeat(2000)}`, png],
  'a part whose header never ends': [
    'multipart/form-data; boundary=b',
    form(part('file', `; x="${'x'.repeat(1_000_000)}`)),
  ],
  'a form without an end': ['multipart/form-data; boundary=b', form(part('file'), 'x')],
  'a form that is labelled as an image': ['image/png', form(part('file'), 'x\r\n--b--\r\n')],
};

/** Labels that are no image's, or not this one's. */
const labels: Readonly<Record<string, string>> = {
  none: '',
  'an SVG': 'image/svg+xml',
  'a page': 'text/html',
  'any image': 'image/*',
  'an image of another kind': 'image/gif',
  'two labels': 'image/gif, image/png',
  'a page, and an image in its parameter': 'text/html; type=image/png',
  'an image with something behind': 'image/png+xml',
  'an image without a slash': 'imagepng',
  'an image with NUL’s escape': 'image/png%00',
};

/** Contents that are not what they are labelled as. */
const contents: Readonly<Record<string, Buffer<ArrayBuffer>>> = {
  'a page': form('<!doctype html><script>alert(1)</script>'),
  'an SVG': form('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a program': form('\x7fELF\x02\x01\x01'),
  'an archive': form('PK\x03\x04'),
  'a JPEG': Buffer.concat([jpegHead, png]),
  'a PNG behind a space': Buffer.concat([form(' '), png]),
  'a PNG behind a byte order mark': Buffer.concat([form('\ufeff'), png]),
  'a PNG whose line ends were changed': form('\x89PNG\n\x1a\n'),
  'less than a PNG’s head': pngHead.subarray(0, 7),
};

/** Names that mean something to a form, a path, a header or a shell. All of them are sent as plain ones. */
const names = [
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\a.exe',
  '/etc/passwd%00.png',
  'a.png\0.php',
  'a.php.png',
  'a.png.php',
  'a"; filename="b.php',
  'a"\r\nContent-Type: text/html\r\n\r\n<script>',
  'a\r\n--upload\r\nContent-Disposition: form-data; name="model"\r\n\r\nx',
  "'; rm -rf /; '",
  '$(id).png',
  '`id`.png',
  '|id',
  'con.png',
  '.htaccess',
  '..',
  '.',
  '',
  ' ',
  'a'.repeat(5000),
  '\u202egnp.exe',
  'a\u2044b.png',
  '%2e%2e%2fa.png',
  '<img src=x onerror=alert(1)>.png',
  "UTF-8''%2e%2e%2fa.png",
];

describe('is refused, and nothing is sent:', () => {
  test.each(Object.entries(forms))('%s', async (_name, [type, body]) => {
    expect([await upload(body, type), service.calls]).toEqual([415, []]);
  });

  test.each(Object.entries(labels))('a PNG that is labelled as %s', async (_name, type) => {
    expect([await upload(png, type), service.calls]).toEqual([415, []]);
  });

  test.each(Object.entries(contents))('%s that is labelled as a PNG', async (_name, body) => {
    expect([await upload(body, 'image/png'), service.calls]).toEqual([415, []]);
  });
});

describe('is sent as one file and nothing else:', () => {
  test.each(names)('an image of the name %j', async (name) => {
    expect(await upload(png, 'image/png', `?name=${encodeURIComponent(name)}`)).toBe(200);
    const file = expect.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,79}\.png$/);
    expect(received).toEqual([{ name: 'file', file, type: 'image/png', isSame: true }]);
  });

  test.each([
    ['two names', '?name=a.png&name=b.php'],
    ['a name in brackets', '?name[]=b.php'],
    ['the end of a form as its name’s query', '?name=a.png&x=--upload--'],
    ['no name', ''],
  ])('an image with %s', async (_name, query) => {
    expect(await upload(png, 'image/png', query)).toBe(200);
    const file = expect.stringMatching(/^(?:a|image)\.png$/);
    expect(received).toEqual([{ name: 'file', file, type: 'image/png', isSame: true }]);
  });

  test.each([
    ['the end of a form', '\r\n------\r\n--upload--\r\n'],
    ['another part', '\r\n--upload\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--upload--'],
    ['line ends alone', '\r\n'.repeat(1000)],
    ['dashes alone', '-'.repeat(10_000)],
  ])('an image that holds %s', async (_name, text) => {
    expect(await upload(Buffer.concat([png, form(text)]), 'image/png')).toBe(200);
    expect(received).toEqual([{ name: 'file', file: 'photo.png', type: 'image/png', isSame: true }]);
  });
});
