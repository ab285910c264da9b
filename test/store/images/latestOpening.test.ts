import { describe, expect, test } from 'vitest';
import type { OpenedImage, OpenResult } from '../../../src/image/openImageFile.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { lateAnswers } from '../../helpers/lateAnswers.ts';
import {
  createTestEditor,
  fakeStorage,
  openedImage,
  openPhotograph,
  refusedFile,
} from '../../helpers/testEditor.ts';

/** What was decoded, by name, and whether it has been freed. */
type Previews = { readonly decoded: string[]; readonly closed: string[] };

/** An editor with a completed generation whose photograph is kept but not at hand; files decode when the test says so. */
async function openEditor(openFile: (file: File) => OpenResult = ({ name }) => openedImage(name)) {
  const storage = fakeStorage();
  const first = createTestEditor({ storage });
  await openPhotograph(first);
  await first.generations.generate();

  const previews: Previews = { decoded: [], closed: [] };
  const { calls, late } = lateAnswers();
  const files = {
    openImageFile: late((file: File) => watched(openFile(file), previews)),
    createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
    imageForUpload: () => Promise.reject(new Error('not expected')),
  };
  const editor = createTestEditor({ storage, files });
  // Without the work of the last visit, which has the photograph decoded.
  await editor.generations.restore();
  return { editor, calls, previews };
}

function watched(result: OpenResult, { decoded, closed }: Previews): OpenResult {
  if (result.kind !== 'opened') return result;
  const { name } = result.source;
  decoded.push(name);
  const preview: OpenedImage['preview'] = { ...result.preview, close: () => void closed.push(name) };
  return { ...result, preview };
}

const waysOfOpening: Record<string, { open(editor: Editor): Promise<void>; name: string }> = {
  'a file': {
    open: (editor) => editor.images.openImage(new File(['photo'], 'coffee.jpg')),
    name: 'coffee.jpg',
  },
  'a result': { open: (editor) => editor.generations.openResult('generation-1', 1), name: 'rocket-2.png' },
  'a generation': {
    open: (editor) => editor.generations.reopenGeneration('generation-1'),
    name: 'rocket.jpg',
  },
};
const ways = Object.keys(waysOfOpening);
const pairs = ways.flatMap((older) =>
  ways.filter((way) => way !== older).map((newer) => [older, newer] as const),
);

const nameOf = (editor: Editor) => editor.getState().document.image?.name;

describe('the newest opening wins', () => {
  test.each(pairs)('%s that is decoded late gives way to %s', async (older, newer) => {
    const { editor, calls } = await openEditor();
    const opened = [older, newer].map((way) => waysOfOpening[way]?.open(editor));
    await expect.poll(() => calls.length).toBe(2);
    const [slow, fast] = callsOf(calls, older, newer);
    await fast?.answer();
    expect([nameOf(editor), editor.getState().isOpening]).toEqual([waysOfOpening[newer]?.name, false]);
    await slow?.answer();
    await Promise.all(opened);
    expect([nameOf(editor), editor.getState().isOpening]).toEqual([waysOfOpening[newer]?.name, false]);
  });

  test.each(pairs)('%s that is decoded first still gives way to %s', async (older, newer) => {
    const { editor, calls } = await openEditor();
    const opened = [older, newer].map((way) => waysOfOpening[way]?.open(editor));
    await expect.poll(() => calls.length).toBe(2);
    const [early, late] = callsOf(calls, older, newer);
    await early?.answer();
    expect([nameOf(editor), editor.getState().isOpening]).toEqual([undefined, true]);
    await late?.answer();
    await Promise.all(opened);
    expect([nameOf(editor), editor.getState().isOpening]).toEqual([waysOfOpening[newer]?.name, false]);
  });

  test.each(pairs)('%s that is refused late says nothing once %s was opened', async (older, newer) => {
    const olderName = waysOfOpening[older]?.name;
    const { editor, calls } = await openEditor((file) =>
      file.name === olderName ? refusedFile : openedImage(file.name),
    );
    const opened = [older, newer].map((way) => waysOfOpening[way]?.open(editor));
    await expect.poll(() => calls.length).toBe(2);
    const [slow, fast] = callsOf(calls, older, newer);
    await fast?.answer();
    await slow?.answer();
    await Promise.all(opened);
    expect([nameOf(editor), editor.getState().notice]).toEqual([waysOfOpening[newer]?.name, null]);
  });
});

describe('what is decoded and not shown', () => {
  test.each(['a file', 'a result'])('is freed where %s is overtaken while it is decoded', async (older) => {
    const { editor, calls, previews } = await openEditor();
    const opened = waysOfOpening[older]?.open(editor);
    const newer = editor.images.openImage(new File(['photo'], 'newest.jpg'));
    await expect.poll(() => calls.length).toBe(2);
    await calls[0]?.answer();
    await calls[1]?.answer();
    await Promise.all([opened, newer]);
    expect(previews).toEqual({
      decoded: [waysOfOpening[older]?.name, 'newest.jpg'],
      closed: [waysOfOpening[older]?.name],
    });
  });

  test('is freed where a file is overtaken while the work of the last visit is read', async () => {
    const { calls, late } = lateAnswers();
    const storage = { ...fakeStorage(), loadWork: late(() => undefined) };
    const previews: Previews = { decoded: [], closed: [] };
    const editor = createTestEditor({
      storage,
      files: {
        openImageFile: async (file: File) => watched(openedImage(file.name), previews),
        createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
        imageForUpload: () => Promise.reject(new Error('not expected')),
      },
    });
    await editor.restore();
    const older = editor.images.openImage(new File(['photo'], 'older.jpg'));
    await expect.poll(() => calls.length).toBe(1);
    const newest = editor.images.openImage(new File(['photo'], 'newest.jpg'));
    await expect.poll(() => calls.length).toBe(2);
    for (const call of calls) await call.answer();
    await Promise.all([older, newest]);
    expect([nameOf(editor), previews.closed]).toEqual(['newest.jpg', ['older.jpg']]);
  });
});

/** The photograph of a generation is read from the storage first, so that its call may come after a later one's. */
function callsOf(calls: ReturnType<typeof lateAnswers>['calls'], ...named: readonly string[]) {
  return named.map((way) =>
    calls.find(({ given: [file] }) => file instanceof File && file.name === waysOfOpening[way]?.name),
  );
}
