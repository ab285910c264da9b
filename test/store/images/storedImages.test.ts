import { expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import { documentOfImage } from '../../../src/model/document/documentOfImage.ts';
import { createImageLibrary } from '../../../src/store/images/imageLibrary.ts';
import { createStoredImages } from '../../../src/store/images/storedImages.ts';
import { fakeStorage, openedImage, refusedFile } from '../../helpers/testEditor.ts';

const rocket = openedImage('rocket.jpg');
const document = documentOfImage(rocket.source);

function start(isReadable = true) {
  const library = createImageLibrary();
  const storage = fakeStorage();
  const decoded: string[] = [];
  const images = createStoredImages(library, storage, {
    openImageFile: async (file) => {
      decoded.push(file.name);
      return isReadable ? openedImage(file.name) : refusedFile;
    },
    createDisplayImage: () => ({ bitmapAt: () => rocket.preview, close: () => undefined }),
  });
  return { images, storage, decoded, atHand: () => [...library.getState().images.keys()] };
}

test('a photograph is read from the browser once, and is at hand from then on', async () => {
  const { images, decoded, atHand } = start();
  expect(await images.save(rocket)).toBe(true);
  expect(atHand()).toEqual([]);
  for (const _ of [1, 2]) expect((await images.find(document))?.source).toEqual(rocket.source);
  expect([decoded, atHand()]).toEqual([['rocket.jpg'], ['id of rocket.jpg']]);
});

test('one that is neither at hand nor stored, or not readable any more, is not found', async () => {
  const { images } = start();
  expect([await images.find(document), await images.find(emptyDocument)]).toEqual([undefined, undefined]);
  await expect(images.openSource(document)).rejects.toThrow('not at hand any more');

  const damaged = start(false);
  await damaged.images.save(rocket);
  expect([await damaged.images.find(document), damaged.atHand()]).toEqual([undefined, []]);
});

test('where there is no room that is told, and nothing thrown', async () => {
  const { images, storage } = start();
  storage.saveImage = () => Promise.reject(new Error('full'));
  expect(await images.save(rocket)).toBe(false);
});
