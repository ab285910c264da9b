import { describe, expect, test } from 'vitest';
import { createTestEditor, fakeStorage, openedImage, refusedFile } from '../helpers/testEditor.ts';

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

describe('the next visit', () => {
  test('finds the document, the settings and the photograph of the last', async () => {
    const storage = fakeStorage();
    const first = createTestEditor({ storage });
    await first.openImage(fileNamed('rocket.jpg'));
    first.commit((document) => ({ ...document, canvas: { width: 1024, height: 768 } }));
    first.settings.setState({ prompt: 'a wide desert' });
    await first.flushAutosave();

    const second = createTestEditor({ storage });
    await second.restore();

    expect(second.documents.getState().document).toEqual(first.documents.getState().document);
    expect(second.settings.getState()).toEqual(first.settings.getState());
    expect(second.documents.temporal.getState().pastStates).toEqual([]);
  });

  test('is told when the photograph is gone, and starts empty', async () => {
    const storage = fakeStorage();
    const first = createTestEditor({ storage });
    await first.openImage(fileNamed('rocket.jpg'));
    await first.flushAutosave();
    await storage.pruneImages([]);

    const second = createTestEditor({ storage });
    await second.restore();

    expect(second.documents.getState().document.image).toBeNull();
    expect(second.session.getState().notice?.message).toContain('Open it again');
  });
});
