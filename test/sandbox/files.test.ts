import { expect, it } from 'vitest';
import { createTestSandbox, fileForm, noon, origin, requestBody, tinyPng } from './testSandbox.ts';

const text = Uint8Array.from(Buffer.from('plain words'));
const gif = Uint8Array.from(Buffer.from('GIF89a'));

it('answers an upload with the documented body and hosts the bytes for any page', async () => {
  const sandbox = createTestSandbox();
  const form = fileForm(tinyPng, 'my photo.PNG', 'image/png');
  form.append('upload_path', 'photos');
  const response = await sandbox.upload(form);
  const file_url = `${origin}/files/id1/my-photo.png`;
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      success: true,
      code: 200,
      msg: 'File uploaded successfully',
      data: {
        file_id: 'id1',
        file_name: 'my-photo.png',
        original_name: 'my photo.PNG',
        file_size: tinyPng.length,
        mime_type: 'image/png',
        upload_path: 'photos',
        file_url,
        download_url: `${file_url}?download`,
        upload_time: new Date(noon).toISOString(),
        expires_at: new Date(noon + 72 * 3_600_000).toISOString(),
      },
    },
  ]);
  const hosted = await sandbox.app.request(file_url, { headers: { origin: 'https://a.example' } });
  expect(new Uint8Array(await hosted.arrayBuffer())).toEqual(tinyPng);
  expect(hosted.headers.get('Content-Type')).toBe('image/png');
  expect(hosted.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

it('names the file as asked, without paths or markup', async () => {
  const form = fileForm(gif, 'a.gif', 'image/gif');
  form.append('file_name', '../../<b>.exe');
  const { data } = await (await createTestSandbox().upload(form)).json();
  expect(data.file_url).toMatch(/^http:\/\/sandbox\.test\/files\/id1\/[\w-]+\.gif$/);
});

it.each([
  ['words that call themselves a PNG', fileForm(text, 'a.png', 'image/png'), 'file: Only'],
  ['a GIF that calls itself a PNG', fileForm(gif, 'a.png', 'image/png'), 'file: Only'],
  ['a type that is not allowed', fileForm(tinyPng, 'a.svg', 'image/svg+xml'), 'file: Only'],
  ['an empty file', fileForm(new Uint8Array(), 'a.png', 'image/png'), 'file: Only'],
  ['no file', new FormData(), 'file: Required'],
  ['two files', twoFiles(), 'file: One'],
])('refuses %s', async (_, form, start) => {
  const response = await createTestSandbox().upload(form);
  const { error } = await response.json();
  expect([response.status, error.code]).toEqual([400, 'invalid_request']);
  expect(error.message.slice(0, start.length)).toBe(start);
});

function twoFiles(): FormData {
  const form = fileForm(tinyPng, 'a.png', 'image/png');
  form.append('file', new File([tinyPng], 'b.png', { type: 'image/png' }));
  return form;
}

it('refuses a body that is no form, and a file beyond 50 MB', async () => {
  const sandbox = createTestSandbox();
  const path = '/api/v1/files/upload/stream';
  expect((await sandbox.call(path, { method: 'POST', body: 'words' })).status).toBe(400);
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(51 * 1024 ** 2),
  };
  expect((await sandbox.call(path, { method: 'POST', body: 'x', headers })).status).toBe(413);
});

it('keeps uploads for 72 hours and results for 24', async () => {
  const sandbox = createTestSandbox();
  const status = async (url: string) => (await sandbox.app.request(url)).status;
  const { file_url } = await sandbox.uploadImage();
  const { id } = await sandbox.createTask(requestBody('a hill', file_url));
  sandbox.advanceSeconds(4);
  const [result = ''] = (await sandbox.getTask(id)).results ?? [];
  expect([await status(file_url), await status(result)]).toEqual([200, 200]);
  sandbox.advanceHours(24);
  expect([await status(file_url), await status(result)]).toEqual([200, 404]);
  sandbox.advanceHours(48);
  expect([await status(file_url), await status(result)]).toEqual([404, 404]);
});

it('drops the oldest files when its memory is full', async () => {
  const sandbox = createTestSandbox({ storageBytesMax: 2 * tinyPng.length });
  const urls = [await sandbox.uploadImage(), await sandbox.uploadImage(), await sandbox.uploadImage()].map(
    (file) => file.file_url,
  );
  const statuses = await Promise.all(urls.map(async (url) => (await sandbox.app.request(url)).status));
  expect(statuses).toEqual([404, 200, 200]);
});
