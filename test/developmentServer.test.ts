import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

let vite: ChildProcess;
let url: string;

/** As `npm run dev` starts it, without a key, on a free port. */
beforeAll(async () => {
  const arguments_ = [join(root, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1', '--port', '0'];
  const { EVOLINK_API_KEY: _, VITEST: _test, NODE_ENV: _mode, ...environment } = process.env;
  vite = spawn(process.execPath, arguments_, { cwd: root, env: { ...environment, NO_COLOR: '1' } });
  url = await printedUrl(vite);
}, 60_000);

afterAll(async () => {
  const ended = once(vite, 'exit');
  vite.kill('SIGTERM');
  await ended;
});

describe('npm run dev', () => {
  test('serves the page from its sources', async () => {
    expect(await (await fetch(url)).text()).toContain('/src/main.tsx');
  });

  test('serves the page of the kit', async () => {
    const page = await (await fetch(`${url}/kit.html`)).text();
    expect(page).toContain('/src/ui/kit/page/kit.tsx');
    expect((await fetch(`${url}/src/ui/kit/page/kit.tsx`)).status).toBe(200);
  });

  test('answers as the server, with the sandbox behind it', async () => {
    const response = await fetch(`${url}/api/config`);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ mode: 'sandbox' }),
    ]);
  });

  test('keeps no connection on which a browser would send a create twice', async () => {
    const answers = [await fetch(url), await fetch(`${url}/api/config`)];
    expect(answers.map(({ headers }) => headers.get('connection'))).toEqual(['close', 'close']);
  });

  test.each(['http://localhost:3000', 'https://example.com'])('refuses the page of %s', async (origin) => {
    const response = await fetch(`${url}/api/config`, { headers: { origin } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

async function printedUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('Vite has no output to read.');
  for await (const line of createInterface(stdout)) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (found) return found;
  }
  throw new Error('Vite ended without printing its address.');
}
