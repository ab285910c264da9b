import { describe, expect, test } from 'vitest';
import type { Work } from '../../../src/storage/work.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import { createTestEditor, fakeStorage, openedImage, refusedFile } from '../../helpers/testEditor.ts';

const fileNamed = (name: string) => new File(['photo'], name);

describe('opening an image', () => {
  test('makes a document whose canvas is the image', async () => {
    const editor = createTestEditor();
    await editor.openImage(fileNamed('rocket.jpg'));
    expect(editor.documents.getState().document).toEqual({
      image: { id: 'id of rocket.jpg', name: 'rocket.jpg', width: 640, height: 427 },
      canvas: { width: 640, height: 427 },
      placement: { x: 0, y: 0, width: 640, height: 427 },
      regions: [],
    });
  });

  test('is the start of the history the first time, and one undo step over an open document', async () => {
    const editor = createTestEditor();
    await editor.openImage(fileNamed('rocket.jpg'));
    expect(editor.documents.temporal.getState().pastStates).toEqual([]);

    await editor.openImage(fileNamed('coffee.png'));
    editor.undo();

    expect(editor.documents.getState().document.image?.name).toBe('rocket.jpg');
  });

  test('that is refused says why and leaves the open document', async () => {
    const files = {
      openImageFile: async (file: File) => (file.name === 'empty.png' ? refusedFile : openedImage(file.name)),
      createDisplayImage: () => ({ bitmapAt: () => openedImage('').preview, close: () => undefined }),
      imageForUpload: () => Promise.reject(new Error('not expected')),
    };
    const editor = createTestEditor({ files });
    await editor.openImage(fileNamed('rocket.jpg'));
    const before = editor.documents.getState().document;

    await editor.openImage(fileNamed('empty.png'));

    expect(editor.documents.getState().document).toBe(before);
    expect(editor.session.getState()).toMatchObject({
      notice: { tone: 'problem', message: 'The file is empty.' },
      isOpening: false,
    });
  });

  test('takes files as large as the server does, and kept ones however large', async () => {
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
    await first.openImage(fileNamed('rocket.jpg'));
    await first.flushAutosave();
    await createTestEditor({ files, storage }).restore();
    expect(limitsGiven).toEqual([first.config.limits.uploadBytesMax, undefined]);
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
    const slow = editor.openImage(fileNamed('slow.png'));
    await editor.openImage(fileNamed('fast.png'));
    finishSlow();
    await slow;
    expect(editor.documents.getState().document.image?.name).toBe('fast.png');
  });

  test('says so where the browser has no room to keep the photograph', async () => {
    const storage = { ...fakeStorage(), saveImage: () => Promise.reject(new Error('full')) };
    const editor = createTestEditor({ storage });
    await editor.openImage(fileNamed('rocket.jpg'));
    expect(editor.session.getState().notice?.message).toContain('will not survive a reload');
    expect(editor.documents.getState().document.image?.name).toBe('rocket.jpg');
  });
});

describe('opening another image in the middle of a polygon', () => {
  test('drops the polygon, which was begun on the image before', async () => {
    const editor = createTestEditor();
    await editor.openImage(fileNamed('rocket.jpg'));
    editor.tool.pick('polygon');
    const point = { x: 10, y: 10 };
    editor.tool.send({
      type: 'down',
      clicks: 1,
      point,
      screen: point,
      modifiers: noModifiers,
      unitsPerPixel: 1,
      pressure: 0.5,
      isSecondary: false,
    });
    expect(editor.tool.isInGesture()).toBe(true);
    await editor.openImage(fileNamed('coffee.png'));
    expect(editor.tool.isInGesture()).toBe(false);
  });
});

describe('the next visit', () => {
  /** A visit that leaves work behind in `storage`. */
  async function visitAndLeave(storage: ReturnType<typeof fakeStorage>): Promise<Editor> {
    const editor = createTestEditor({ storage });
    await editor.restore();
    await editor.openImage(fileNamed('rocket.jpg'));
    editor.commit((document) => ({ ...document, canvas: { width: 1024, height: 768 } }));
    editor.settings.setState({ prompt: 'a wide desert' });
    await editor.flushAutosave();
    return editor;
  }

  test('finds the document, the settings and the photograph of the last', async () => {
    const storage = fakeStorage();
    const first = await visitAndLeave(storage);

    const second = createTestEditor({ storage });
    await second.restore();

    expect(second.documents.getState().document).toEqual(first.documents.getState().document);
    expect(second.settings.getState()).toEqual(first.settings.getState());
    expect(second.documents.temporal.getState().pastStates).toEqual([]);
  });

  test('goes on with the work when its missing photograph is opened again, whatever was typed before', async () => {
    const storage = fakeStorage();
    const first = await visitAndLeave(storage);

    const second = createTestEditor({ storage: { ...storage, loadImage: async () => undefined } });
    await second.restore();
    expect(second.documents.getState().document.image).toBeNull();
    expect(second.session.getState().notice?.message).toContain('Open it again');
    second.settings.setState({ prompt: 'something else' });
    await second.flushAutosave();
    await second.openImage(fileNamed('rocket.jpg'));

    expect(second.documents.getState().document).toEqual(first.documents.getState().document);
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
    expect(editor.session.getState().notice?.message).toContain('could not keep your work');
    isFull = false;
    await editor.flushAutosave();
    const [id = ''] = await kept.listWorks();
    expect((await kept.loadWork(id))?.document).toEqual(editor.documents.getState().document);
  });
});
