import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/startSandbox.ts';
import { fileForm, requestBody } from './testSandbox.ts';

it('serves the whole job over HTTP: upload, create, poll, and four images of the canvas', async () => {
  const { url, close } = await startSandbox({ host: '127.0.0.1', port: 0, pace: 0 });
  const headers = { authorization: 'Bearer any' };
  const photograph = Uint8Array.from(await readFile('public/samples/rocket.jpg'));
  const body = fileForm(photograph, 'rocket.jpg', 'image/jpeg');
  const upload = await (
    await fetch(`${url}/api/v1/files/upload/stream`, { method: 'POST', headers, body })
  ).json();
  const example = requestBody('a launch', upload.data.file_url);
  const canvas = { width: 320, height: 300 };
  const request = JSON.stringify({ ...example, model_params: { ...example.model_params, canvas } });
  const init = { method: 'POST', headers, body: request };
  const { id } = await (await fetch(`${url}/v1/images/generations`, init)).json();
  const task = await vi.waitFor(
    async () => {
      const seen = await (await fetch(`${url}/v1/tasks/${id}`, { headers })).json();
      expect(seen.status).toBe('completed');
      return seen;
    },
    { timeout: 15_000, interval: 100 },
  );
  const sizes = await Promise.all(
    task.results.map(async (result: string) => {
      const { width, height, format } = await sharp(await (await fetch(result)).arrayBuffer()).metadata();
      return [format, width, height];
    }),
  );
  expect(sizes).toEqual(Array(4).fill(['png', 320, 300]));
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

it('breaks the connection instead of an answer when asked to, but goes on', async () => {
  const { url, close } = await startSandbox({ host: '127.0.0.1', port: 0, pace: 0 });
  const create = (prompt: string) =>
    fetch(`${url}/v1/images/generations`, {
      method: 'POST',
      headers: { authorization: 'Bearer any' },
      body: JSON.stringify(requestBody(prompt)),
    });
  await expect(create('a hill [sandbox:reset]')).rejects.toThrow('fetch failed');
  expect((await create('a hill')).status).toBe(200);
  await close();
});
