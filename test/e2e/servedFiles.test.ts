import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

type Served = Readonly<{ status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }>;

/** Without a client that decompresses by itself. */
async function read(path: string, headers: Record<string, string> = {}): Promise<Served> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(new URL(path, inject('editorUrl')), { headers, agent: false }, resolve).once('error', reject);
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test('the page and all that it is made of are sent compressed, and not again', async () => {
  const page = (await read('/')).body.toString();
  const parts = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  expect(parts.length).toBeGreaterThan(1);
  for (const path of ['/', '/sign-in.css', ...parts]) {
    const plain = await read(path);
    const [br, gz] = [
      await read(path, { 'accept-encoding': 'br' }),
      await read(path, { 'accept-encoding': 'gzip' }),
    ];
    expect([plain, br, gz].map(({ status, headers }) => [status, headers['content-encoding']])).toEqual([
      [200, undefined],
      [200, 'br'],
      [200, 'gzip'],
    ]);
    const decoded = [brotliDecompressSync(br.body), gunzipSync(gz.body)];
    expect(decoded.map((bytes) => bytes.equals(plain.body))).toEqual([true, true]);
    expect(br.body.byteLength).toBeLessThan(gz.body.byteLength);
    expect(gz.body.byteLength).toBeLessThan(plain.body.byteLength);
    const again = { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) };
    expect(await read(path, again)).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  }
});

test('answers of the server itself are not compressed: their length would tell of what is in them', async () => {
  const { headers, body } = await read('/api/config', { 'accept-encoding': 'br, gzip' });
  expect([headers['content-encoding'], JSON.parse(body.toString()).mode]).toEqual([undefined, 'sandbox']);
});
