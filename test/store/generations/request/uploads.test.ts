import { describe, expect, test } from 'vitest';
import { ProxyError } from '../../../../src/api/proxyError.ts';
import { createUploads } from '../../../../src/store/generations/request/uploads.ts';
import { fakeClient, fakeStorage } from '../../../helpers/testEditor.ts';
import { fresh } from '../generationEvents.ts';

const hourMs = 3_600_000;
const expiresAt = '2030-01-04T00:00:00Z';
const file = async () => ({ blob: new Blob(['pixels']), name: 'rocket.jpg' });

function createTestUploads({ isSandbox = false, storage = fakeStorage() } = {}) {
  const clock = { now: Date.parse('2030-01-01T00:00:00Z') };
  const sent: string[] = [];
  const client = fakeClient({
    uploadFile: async (_blob, name) => {
      sent.push(name);
      return { url: `https://files.example/${sent.length}`, expiresAt };
    },
  });
  const parts = { client, storage, isSandbox, now: () => clock.now, wait: async () => undefined };
  return { uploads: createUploads(parts), sent, clock };
}

describe('the same bytes', () => {
  test('go up once, also where they are asked for at the same time', async () => {
    const { uploads, sent } = createTestUploads();
    const [first, second] = await Promise.all([uploads.upload('a', file), uploads.upload('a', file)]);
    expect([first, sent.length]).toEqual([second, 1]);
    await uploads.upload('b', file);
    expect(sent).toHaveLength(2);
  });

  test('go up again within an hour of their end at the service', async () => {
    const { uploads, sent, clock } = createTestUploads();
    await uploads.upload('a', file);
    clock.now = Date.parse(expiresAt) - hourMs - 1;
    await uploads.upload('a', file);
    expect(sent).toHaveLength(1);
    clock.now += 1;
    await uploads.upload('a', file);
    expect(sent).toHaveLength(2);
  });

  test('are known after a reload, at the service and not in the sandbox, which forgets them', async () => {
    const sentAfter = async (isSandbox: boolean) => {
      const storage = fakeStorage();
      await createTestUploads({ storage, isSandbox }).uploads.upload('a', file);
      const { uploads, sent } = createTestUploads({ storage, isSandbox });
      await uploads.restore();
      await uploads.upload('a', file);
      return sent.length;
    };
    expect([await sentAfter(false), await sentAfter(true)]).toEqual([0, 1]);
  });

  test('go up again once they are forgotten, also after a reload', async () => {
    const storage = fakeStorage();
    const { uploads, sent } = createTestUploads({ storage });
    const { url } = await uploads.upload('a', file);
    await uploads.upload('b', file);
    await uploads.forget([url]);
    await uploads.upload('b', file);
    await uploads.upload('a', file);
    expect(sent).toHaveLength(3);
    await uploads.forget(['https://files.example/3']);
    expect([...(await storage.loadUploads()).keys()]).toEqual(['b']);
  });

  test('that did not go up are not taken for sent', async () => {
    const refusal = new ProxyError('No.', { status: 415, code: 'x', mayHaveBeenCharged: false });
    const storage = fakeStorage();
    const client = fakeClient({ uploadFile: () => Promise.reject(refusal) });
    const parts = { client, storage, isSandbox: false, now: () => 0, wait: async () => undefined };
    const uploads = createUploads(parts);
    await expect(uploads.upload('a', file)).rejects.toBe(refusal);
    await expect(uploads.upload('a', file)).rejects.toBe(refusal);
  });
});

test('a request names the files that are there, and the mask only for the document and the settings it is of', async () => {
  const { document, settings } = fresh;
  const { uploads } = createTestUploads();
  expect(uploads.urlsFor(document, settings)).toEqual({ image: undefined, mask: undefined });
  await uploads.upload('photo', file);
  await uploads.upload('mask', file);
  uploads.rememberMask({ document, settings, contentId: 'mask' });
  expect(uploads.urlsFor(document, { ...settings, prompt: 'another' })).toEqual({
    image: 'https://files.example/1',
    mask: 'https://files.example/2',
  });
  expect(uploads.urlsFor(document, { ...settings, maskFrame: 'canvas' }).mask).toBeUndefined();
  expect(uploads.urlsFor({ ...document }, settings).mask).toBeUndefined();
});
