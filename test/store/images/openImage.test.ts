import { describe, expect, test } from 'vitest';
import type { Work } from '../../../src/storage/work.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { isInGesture } from '../../../src/store/editor/editorState.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../../src/store/editor/settings.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { createTestEditor, fakeStorage, openedImage, refusedFile } from '../../helpers/testEditor.ts';
import { noticeOf } from '../../helpers/toldWords.ts';

const fileNamed = (name: string) => new File(['photo'], name);

describe('opening an image', () => {
  test('makes a document whose canvas is the image', async () => {
    const editor = createTestEditor();
    await editor.images.openImage(fileNamed('rocket.jpg'));
    expect(editor.getState().document).toEqual({
      image: { id: 'id of rocket.jpg', name: 'rocket.jpg', width: 640, height: 427 },
      canvas: { width: 640, height: 427 },
      placement: { x: 0, y: 0, width: 640, height: 427 },
      regions: [],
    });
  });

  test('is the start of the history the first time, and one undo step over an open document', async () => {
    const editor = createTestEditor();
    await editor.images.openImage(fileNamed('rocket.jpg'));
    expect(editor.getState().history.past).toEqual([]);

    await editor.images.openImage(fileNamed('coffee.png'));
    editor.undo();

    expect(editor.getState().document.image?.name).toBe('rocket.jpg');
  });

  test('that is refused says why and leaves the open document', async () => {
    const files = {
      openImageFile: async (file: File) => (file.name === 'empty.png' ? refusedFile : openedImage(file.name)),
      createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
      imageForUpload: () => Promise.reject(new Error('not expected')),
    };
    const editor = createTestEditor({ files });
    await editor.images.openImage(fileNamed('rocket.jpg'));
    const before = editor.getState().document;

    await editor.images.openImage(fileNamed('empty.png'));

    expect(editor.getState().document).toBe(before);
    expect(noticeOf(editor)).toEqual({
      tone: 'problem',
      message: 'The file is empty. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
    });
    expect(editor.getState().isOpening).toBe(false);
  });

  test('takes files of 200 MB, whatever the server takes, and kept ones however large', async () => {
    const limitsGiven: unknown[] = [];
    const files = {
      openImageFile: async (file: File, bytesMax?: number) => {
        limitsGiven.push(bytesMax);
        return openedImage(file.name);
      },
      createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
      imageForUpload: () => Promise.reject(new Error('not expected')),
    };
    const storage = fakeStorage();
    const first = createTestEditor({ files, storage });
    await first.restore();
    await first.images.openImage(fileNamed('rocket.jpg'));
    await first.flush();
    await createTestEditor({ files, storage }).restore();
    expect(limitsGiven).toEqual([200 * 1024 * 1024, undefined]);
  });

  test('gives way to a file that was opened later, however slow it is', async () => {
    let finishSlow = () => {};
    const slowly = new Promise<void>((resolve) => {
      finishSlow = resolve;
    });
    const files = {
      openImageFile: async (file: File) => {
        if (file.name === 'slow.png') await slowly;
        return openedImage(file.name);
      },
      createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
      imageForUpload: () => Promise.reject(new Error('not expected')),
    };
    const editor = createTestEditor({ files });
    const slow = editor.images.openImage(fileNamed('slow.png'));
    await editor.images.openImage(fileNamed('fast.png'));
    finishSlow();
    await slow;
    expect(editor.getState().document.image?.name).toBe('fast.png');
  });

  test('says so where the browser has no room to keep the photograph', async () => {
    const storage = { ...fakeStorage(), saveImage: () => Promise.reject(new Error('full')) };
    const editor = createTestEditor({ storage });
    await editor.images.openImage(fileNamed('rocket.jpg'));
    expect(noticeOf(editor)?.message).toContain('will not survive a reload');
    expect(editor.getState().document.image?.name).toBe('rocket.jpg');
  });
});

describe('opening another image in the middle of a polygon', () => {
  test('drops the polygon, which was begun on the image before', async () => {
    const editor = createTestEditor();
    await editor.images.openImage(fileNamed('rocket.jpg'));
    editor.pickTool('polygon');
    stagePointer(editor).press(10, 10);
    expect(isInGesture(editor.getState())).toBe(true);
    await editor.images.openImage(fileNamed('coffee.png'));
    expect(isInGesture(editor.getState())).toBe(false);
  });
});

describe('the next visit', () => {
  /** A visit that leaves work behind in `storage`. */
  async function visitAndLeave(storage: ReturnType<typeof fakeStorage>): Promise<Editor> {
    const editor = createTestEditor({ storage });
    await editor.restore();
    await editor.images.openImage(fileNamed('rocket.jpg'));
    editor.transact(onDocument((document) => ({ ...document, canvas: { width: 1024, height: 768 } })));
    editor.transact(changeSettings({ prompt: 'a wide desert' }), 'atOnce');
    await editor.flush();
    return editor;
  }

  test('finds the document, the settings and the photograph of the last', async () => {
    const storage = fakeStorage();
    const first = await visitAndLeave(storage);

    const second = createTestEditor({ storage });
    await second.restore();

    expect(second.getState().document).toEqual(first.getState().document);
    expect(second.getState().settings).toEqual(first.getState().settings);
    expect(second.getState().history.past).toEqual([]);
  });

  test('goes on with the work when its missing photograph is opened again, whatever was typed before', async () => {
    const storage = fakeStorage();
    const first = await visitAndLeave(storage);

    const second = createTestEditor({ storage: { ...storage, loadImage: async () => undefined } });
    await second.restore();
    expect(second.getState().document.image).toBeNull();
    expect(noticeOf(second)?.message).toContain('Open it again');
    second.transact(changeSettings({ prompt: 'something else' }), 'atOnce');
    await second.flush();
    await second.images.openImage(fileNamed('rocket.jpg'));

    expect(second.getState().document).toEqual(first.getState().document);
  });

  test('is warned once where the browser keeps nothing, and kept safe as soon as it does', async () => {
    const kept = fakeStorage();
    let isFull = true;
    const storage = {
      ...kept,
      saveWork: (id: string, work: Work) =>
        isFull ? Promise.reject(new Error('full')) : kept.saveWork(id, work),
    };
    const editor = await visitAndLeave(storage);
    expect(noticeOf(editor)?.message).toContain('could not keep your work');
    isFull = false;
    await editor.flush();
    const [id = ''] = await kept.listWorks();
    expect((await kept.loadWork(id))?.document).toEqual(editor.getState().document);
  });
});
