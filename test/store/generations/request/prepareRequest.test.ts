import { expect, test } from 'vitest';
import type { OpenedImage } from '../../../../src/image/openImageFile.ts';
import type { Document } from '../../../../src/model/document/document.ts';
import { createPrepareRequest } from '../../../../src/store/generations/request/prepareRequest.ts';
import { createUploads } from '../../../../src/store/generations/request/uploads.ts';
import { fakeClient, fakeMasks, fakeStorage, openedImage } from '../../../helpers/testEditor.ts';
import { fresh } from '../generationEvents.ts';

const expiresAt = '2099-01-01T00:00:00Z';

function prepare({
  openSource = async (_document: Document): Promise<OpenedImage> => openedImage('rocket.jpg'),
} = {}) {
  const sent: string[] = [];
  const client = fakeClient({
    uploadFile: async (_blob, name) => {
      sent.push(name);
      return { url: `https://files.example/${name}`, expiresAt };
    },
  });
  const uploads = createUploads({
    client,
    storage: fakeStorage(),
    isSandbox: false,
    now: () => Date.parse('2030-01-01T00:00:00Z'),
    wait: async () => undefined,
  });
  const imageForUpload = async ({ blob, source }: OpenedImage) => ({ blob, name: source.name });
  const prepareRequest = createPrepareRequest({ uploads, masks: fakeMasks, imageForUpload, openSource });
  return { prepareRequest, uploads, sent };
}

const photograph = { id: 'id of rocket.jpg', name: 'rocket.jpg', width: 640, height: 427 };
const document: Document = { ...fresh.document, image: photograph };
const withMaskFile = { ...fresh, document, settings: { ...fresh.settings, maskFormat: 'image' as const } };
const withPolygons = { ...fresh, document, settings: { ...fresh.settings, maskFormat: 'polygons' as const } };

test('a mask of polygons travels in the request, and only the photograph goes up', async () => {
  const { prepareRequest, sent } = prepare();
  const { request, uploads } = await prepareRequest(withPolygons);
  expect(sent).toEqual(['rocket.jpg']);
  expect(uploads).toEqual([{ url: 'https://files.example/rocket.jpg', expiresAt: Date.parse(expiresAt) }]);
  expect(request).toMatchObject({
    image_urls: ['https://files.example/rocket.jpg'],
    model_params: { mask: { areas: expect.any(Array) } },
  });
});

test('a mask that is a file goes up after the photograph, and the request names both', async () => {
  const { prepareRequest, sent } = prepare();
  const { request, uploads } = await prepareRequest(withMaskFile);
  expect(sent).toEqual(['rocket.jpg', 'mask.png']);
  expect(uploads.map(({ url }) => url)).toEqual([
    'https://files.example/rocket.jpg',
    'https://files.example/mask.png',
  ]);
  expect(request).toMatchObject({
    image_urls: ['https://files.example/rocket.jpg'],
    model_params: { mask: { url: 'https://files.example/mask.png' } },
  });
});

test('what is at the service already is not sent again, and can be named from then on', async () => {
  const { prepareRequest, uploads, sent } = prepare();
  const first = await prepareRequest(withMaskFile);
  expect(await prepareRequest(withMaskFile)).toEqual(first);
  expect(sent).toHaveLength(2);
  expect(uploads.urlsFor(withMaskFile.document, withMaskFile.settings)).toEqual({
    image: 'https://files.example/rocket.jpg',
    mask: 'https://files.example/mask.png',
  });
});

test('the photograph is that of the generation, whatever is open by now', async () => {
  const asked: Document[] = [];
  const { prepareRequest } = prepare({
    openSource: async (of) => {
      asked.push(of);
      return openedImage('rocket.jpg');
    },
  });
  await prepareRequest(withPolygons);
  expect(asked).toEqual([document]);
});

test('without its photograph nothing is sent', async () => {
  const { prepareRequest, sent } = prepare({ openSource: () => Promise.reject(new Error('gone')) });
  await expect(prepareRequest(withMaskFile)).rejects.toThrow('gone');
  expect(sent).toEqual([]);
});
