import { describe, expect, test } from 'vitest';
import { proxyFor } from '../fakeService.ts';

const nowhere = 'http://127.0.0.1:9';
const local = proxyFor(nowhere);
const open = proxyFor(nowhere, {
  host: '0.0.0.0',
  accessToken: 'the-token-of-this-test',
  publicUrl: 'https://editor.example',
});

/** Names that a page elsewhere may have pointed at this server (DNS rebinding). */
const foreignHosts = [
  ...['evil.example', 'evil.example:8787', 'localhost.evil.example', '127.0.0.1.evil.example', 'xlocalhost'],
  ...['localhost.', 'localhost..', 'a.localhost', '127.0.0.1.nip.io', '127.0.0.1.', '127.1', '0x7f.0.0.1'],
  ...['2130706433', '0.0.0.0', '0.0.0.0:8787', '[::]', '[::ffff:127.0.0.1]', '10.0.0.1', '192.168.0.1:8787'],
  ...['editor.example.evil.example', 'xeditor.example', 'editor.example:8787', 'x@editor.example'],
  ...['localhost@evil.example', 'localhost:80:80', 'localhost, evil.example', 'evil.example localhost', ''],
];

/** What a browser says of a page elsewhere that sends a request (CSRF). */
const foreignOrigins: readonly Record<string, string>[] = [
  ...['cross-site', 'same-site', 'CROSS-SITE', 'unknown', ''].map((site) => ({ 'sec-fetch-site': site })),
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:5173' },
  { 'sec-fetch-site': 'same-site', origin: 'http://localhost:5173' },
  ...[
    ...[
      'null',
      '',
      'https://evil.example',
      'http://evil.example:5173',
      'http://localhost',
      'https://localhost:5174',
    ],
    ...[
      'http://localhost:5174',
      'http://localhost:51730',
      'http://localhost:5173.evil.example',
      'localhost:5173',
    ],
    ...[
      'http://localhost:5173@evil.example',
      'http://evil.example#localhost:5173',
      'http://a.localhost:5173',
    ],
    ...[
      'http://127.0.0.1:5173',
      'http://[::1]:5173',
      'file://',
      'chrome-extension://abcdef',
      'about:blank',
      '//',
    ],
  ].map((origin) => ({ origin })),
];

const ask = async (app: typeof local, path: string, headers: Record<string, string>, method = 'POST') =>
  (await app.request(path, { method, headers })).status;

test.each(foreignHosts)('nobody is answered under the name “%s”', async (host) => {
  const statuses = await Promise.all(
    ['/', '/api/config', '/api/generations'].map((path) => ask(local, path, { host })),
  );
  expect([...statuses, await ask(open, '/sign-in', { host })]).toEqual([403, 403, 403, 403]);
});

describe('another site’s page can do nothing here', () => {
  test.each(foreignOrigins.map((headers) => [JSON.stringify(headers), headers] as const))(
    'as one with %s',
    async (_name, headers) => {
      const own = { host: 'localhost:5173', ...headers };
      expect({
        config: await ask(local, '/api/config', own, 'GET'),
        create: await ask(local, '/api/generations', own),
        upload: await ask(local, '/api/files', own),
        signIn: await ask(open, '/sign-in', own),
        signOut: await ask(open, '/sign-out', own),
      }).toEqual({ config: 403, create: 403, upload: 403, signIn: 403, signOut: 403 });
    },
  );
});
