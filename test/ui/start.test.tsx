import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Editor } from '../../src/store/createEditor.ts';
import { listenToClipboard } from '../../src/ui/keyboard/useClipboard.ts';
import { DropTarget } from '../../src/ui/start/DropTarget.tsx';
import { OpenImageButton } from '../../src/ui/start/OpenImageButton.tsx';
import { StartScreen } from '../../src/ui/start/StartScreen.tsx';
import { createTestEditor, fakeClient, openedImage, refusedFile } from '../helpers/testEditor.ts';
import { noticeOf } from '../helpers/toldWords.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

function renderPage(editor: Editor) {
  renderWithEditor(
    editor,
    <>
      <OpenImageButton />
      <StartScreen />
      <textarea aria-label="Notes" />
      <DropTarget />
    </>,
  );
  return editor;
}

const photo = (name = 'photo.png') => new File(['bytes'], name, { type: 'image/png' });
const imageName = (editor: Editor) => editor.getState().document.image?.name;

function transferOf(...content: readonly (File | string)[]) {
  const transfer = new DataTransfer();
  for (const each of content) {
    if (typeof each === 'string') transfer.setData('text/plain', each);
    else transfer.items.add(each);
  }
  return transfer;
}

function drop(target: EventTarget, dataTransfer: DataTransfer) {
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  fireEvent(target as Element, event);
  return event;
}

function paste(target: EventTarget, clipboardData: DataTransfer) {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  fireEvent(target as Element, event);
  return event;
}

describe('the start screen', () => {
  test('offers three samples, and opens one under its own name', async () => {
    const opened: File[] = [];
    const files = {
      openImageFile: async (file: File) => {
        opened.push(file);
        return openedImage(file.name);
      },
      createDisplayImage: () => ({ bitmapAt: unused, close: () => undefined }),
      imageForUpload: unused,
    };
    const editor = renderPage(createTestEditor({ files }));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);

    await userEvent.click(screen.getByRole('button', { name: /Cup of coffee/ }));

    await waitFor(() => expect(imageName(editor)).toBe('coffee.png'));
    expect(opened.map((file) => [file.name, file.type, file.size])).toEqual([
      ['coffee.png', 'image/png', 466706],
    ]);
  });

  test('leads to the one file chooser', async () => {
    renderPage(createTestEditor());
    let asked = 0;
    fileInput().addEventListener('click', (event) => {
      event.preventDefault();
      asked += 1;
    });

    await userEvent.click(screen.getByRole('button', { name: 'Choose a photograph' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open image' }));

    expect(asked).toBe(2);
  });
});

describe('a chosen file', () => {
  test('is opened, also when it is chosen twice', async () => {
    const editor = renderPage(createTestEditor());

    await userEvent.upload(fileInput(), photo('a.png'));
    await waitFor(() => expect(imageName(editor)).toBe('a.png'));

    expect(fileInput().value).toBe('');
  });
});

describe('what is dropped anywhere', () => {
  test('is opened, and announced while it hovers', async () => {
    const editor = renderPage(createTestEditor());

    fireEvent(document.body, new DragEvent('dragover', { dataTransfer: transferOf(photo()), bubbles: true }));
    expect(await screen.findByText('Drop to open')).toBeTruthy();

    expect(drop(document.body, transferOf(photo('dropped.png'))).defaultPrevented).toBe(true);
    await waitFor(() => expect(imageName(editor)).toBe('dropped.png'));
    expect(screen.queryByText('Drop to open')).toBeNull();
  });

  test('is no longer announced when it leaves the window', async () => {
    renderPage(createTestEditor());
    fireEvent(document.body, new DragEvent('dragover', { dataTransfer: transferOf(photo()), bubbles: true }));
    await screen.findByText('Drop to open');

    fireEvent(document.body, new DragEvent('dragleave', { bubbles: true, relatedTarget: null }));

    await waitFor(() => expect(screen.queryByText('Drop to open')).toBeNull());
  });

  test('is the mask of the open photograph where it is areas as JSON', async () => {
    const editor = renderPage(createTestEditor());
    await editor.images.openImage(photo());
    const areas = '[{"width": 640, "height": 427, "points": [0,0, 0,9, 9,9]}]';
    drop(document.body, transferOf(new File([areas], 'mask.json')));
    await waitFor(() => expect(editor.getState().document.regions).toHaveLength(1));
    drop(document.body, transferOf(new File(['[{'], 'mask.json')));
    await waitFor(() => expect(noticeOf(editor)?.message).toMatch(/^Nothing was added: /));
    expect(imageName(editor)).toBe('photo.png');
  });

  test('is the first of several files, and says so', async () => {
    const editor = renderPage(createTestEditor());

    drop(document.body, transferOf(photo('first.png'), photo('second.png'), photo('third.png')));

    await waitFor(() =>
      expect(noticeOf(editor)).toEqual({ tone: 'info', message: 'Opened first.png, the first of 3 files.' }),
    );
    expect(imageName(editor)).toBe('first.png');
  });

  test('leaves the reason of a refusal in place', async () => {
    const editor = createTestEditor({
      files: { openImageFile: async () => refusedFile, createDisplayImage: unused, imageForUpload: unused },
    });
    renderPage(editor);

    drop(document.body, transferOf(photo('first.png'), photo('second.png')));

    await waitFor(() =>
      expect(noticeOf(editor)).toEqual({
        tone: 'problem',
        message: 'The file is empty. Open a JPEG, PNG, WebP or GIF.',
      }),
    );
  });

  test('is refused with a sentence when it is a link or text', () => {
    const editor = renderPage(createTestEditor());

    drop(document.body, transferOf('https://example.com/photo.jpg'));

    expect(noticeOf(editor)).toEqual({
      tone: 'problem',
      message:
        'Only image files can be dropped here, not links or text. Save the image first, then drop its file.',
    });
  });

  test('goes into a field as ever when it is text', () => {
    const editor = renderPage(createTestEditor());

    const event = drop(screen.getByRole('textbox', { name: 'Notes' }), transferOf('some words'));

    expect([event.defaultPrevented, noticeOf(editor)]).toEqual([false, null]);
  });
});

describe('what is pasted anywhere', () => {
  test('is opened when it is a file', async () => {
    const editor = renderPage(createTestEditor());

    paste(document.body, transferOf(photo('pasted.png')));

    await waitFor(() => expect(imageName(editor)).toBe('pasted.png'));
  });

  test('is left to the field when it has text', () => {
    renderPage(createTestEditor());
    const field = screen.getByRole('textbox', { name: 'Notes' });

    const event = paste(field, transferOf('words', photo()));

    expect(event.defaultPrevented).toBe(false);
  });
});

describe('a web address that is pasted', () => {
  const address = 'https://example.com/places/harbour.png?size=large';
  const open = (getImage: () => Promise<Blob>) => {
    const editor = createTestEditor({ client: fakeClient({ getImage }) });
    const stop = listenToClipboard(editor);
    paste(document.body, transferOf(address));
    return { editor, stop };
  };

  test('is opened as the image behind it, under its name', async () => {
    const { editor, stop } = open(async () => photo());
    await waitFor(() => expect(imageName(editor)).toBe('harbour.png'));
    stop();
  });

  test('that leads to no image leaves everything as it is, and says why', async () => {
    const { editor, stop } = open(() => Promise.reject(new Error('The link does not lead to an image.')));
    await waitFor(() => expect(noticeOf(editor)?.message).toBe('The link does not lead to an image.'));
    expect([imageName(editor), editor.getState().isOpening]).toEqual([undefined, false]);
    stop();
  });
});

function fileInput(): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no file chooser.');
  return input;
}

function unused(): never {
  throw new Error('This test did not expect the call.');
}
