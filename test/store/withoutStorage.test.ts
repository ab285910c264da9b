import { expect, test } from 'vitest';
import { StorageError } from '../../src/storage/storageError.ts';
import { withoutStorage } from '../../src/storage/withoutStorage.ts';
import { createTestEditor, fakeStorage, openPhotograph } from '../helpers/testEditor.ts';
import { noticeText } from '../helpers/toldWords.ts';

const nothingIsKept =
  'This browser does not let the editor keep anything, as in some private windows. ' +
  'Your work and your results are safe while this page stays open: download what you want to keep.';

/** Every notice that comes of opening two photographs, generating twice and going on from a result. */
async function noticesOf(storage: ReturnType<typeof fakeStorage>) {
  let now = 1_757_165_031_000;
  const editor = createTestEditor({ storage, now: () => now });
  const notices: string[] = [];
  editor.subscribe(({ notice }, before) => {
    if (notice && notice !== before.notice) notices.push(noticeText(notice));
  });
  await editor.restore();
  for (const _ of [1, 2]) {
    await openPhotograph(editor);
    await editor.flush();
    await editor.generations.generate();
    now += 2000;
  }
  await editor.generations.openResult(editor.generations.store.getState().generations[0]?.id ?? '', 0);
  await editor.flush();
  return notices;
}

test('a browser that keeps nothing says so once', async () => {
  const storage = withoutStorage(new StorageError('unavailable', undefined));
  expect(await noticesOf(storage)).toEqual([nothingIsKept]);
});

test('a result that cannot be kept is told of once, however often that is tried', async () => {
  const refuse = () => Promise.reject(new StorageError('failed', undefined));
  const notices = await noticesOf({ ...fakeStorage(), saveResult: refuse });
  expect(notices).toHaveLength(4);
});

test('a browser without room says of each thing what it does not keep', async () => {
  const refuse = () => Promise.reject(new StorageError('full', undefined));
  const notices = await noticesOf({ ...fakeStorage(), saveImage: refuse, saveResult: refuse });
  expect(notices.map((notice) => notice.slice(0, 58))).toEqual([
    'This browser has no room to keep the photograph: it will n',
    'There is no room left in this browser to keep the results.',
    'This browser has no room to keep the photograph: it will n',
    'This browser has no room to keep the new photograph: it wi',
  ]);
});
