import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Editor } from '../../src/store/createEditor.ts';
import { ClipboardInput } from '../../src/ui/keyboard/ClipboardInput.tsx';
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
      <ClipboardInput />
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
        message: 'The file is empty. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.',
      }),
    );
  });

  test('is refused with a sentence when there is no image in it', async () => {
    const editor = renderPage(createTestEditor());

    drop(document.body, transferOf('some words'));

    await waitFor(() => expect(noticeOf(editor)).not.toBeNull());
    expect(noticeOf(editor)).toEqual({
      tone: 'problem',
      message: 'There is no image in what was dropped. Drop an image, its file, or a link to it.',
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
    const editor = renderPage(createTestEditor({ client: fakeClient({ getImage }) }));
    paste(document.body, transferOf(address));
    return editor;
  };

  test('is opened as the image behind it, under its name', async () => {
    const editor = open(async () => photo());
    await waitFor(() => expect(imageName(editor)).toBe('harbour.png'));
  });

  test('that leads to no image leaves everything as it is, and says why', async () => {
    const editor = open(() => Promise.reject(new Error('The link does not lead to an image.')));
    await waitFor(() => expect(noticeOf(editor)?.message).toBe('The link does not lead to an image.'));
    expect([imageName(editor), editor.getState().isOpening]).toEqual([undefined, false]);
  });
});

describe('what another page hands over', () => {
  const link = 'https://example.com/a/cat.jpg?w=1';
  const html = (inner: string) => `<html><body><!--StartFragment-->${inner}<!--EndFragment--></body></html>`;
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const elsewhere = 'That image can only be read in the page it is from. Save it there, then open the file.';

  /** What a drag or a clipboard holds, by type, and what becomes of it: the image that opens, or what is said. */
  const rows: readonly (readonly [string, Record<string, string>, string])[] = [
    ['an image', { 'text/html': html(`<img src="${link}" alt="Cat">`) }, 'cat.jpg'],
    [
      'an image within a link',
      {
        'text/html': html(`<a href="https://example.com/p"><img src="${link}"></a>`),
        'text/uri-list': 'https://example.com/p',
        'text/plain': 'https://example.com/p',
      },
      'cat.jpg',
    ],
    ['an address', { 'text/uri-list': `# a comment\r\n${link}` }, 'cat.jpg'],
    ['an address as text', { 'text/plain': ` ${link} ` }, 'cat.jpg'],
    ['an embedded image', { 'text/html': html(`<img src="${pixel}">`) }, 'image'],
    ['an embedded image as text', { 'text/plain': pixel }, 'image'],
    ['an embedded image that is broken', { 'text/plain': 'data:image/png;base64,%%%' }, elsewhere],
    [
      'an image of the page’s memory',
      { 'text/html': html('<img src="blob:https://example.com/1">') },
      elsewhere,
    ],
    ['a file’s address', { 'text/uri-list': 'file:///home/me/cat.jpg' }, elsewhere],
  ];

  test.each([
    ['dropped', drop],
    ['pasted', paste],
  ])('is opened when it is %s, or it is said why not', async (_name, hand) => {
    const found = [];
    for (const [name, content] of rows) {
      const editor = renderPage(createTestEditor({ client: fakeClient({ getImage: async () => photo() }) }));
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(content)) transfer.setData(type, text);
      hand(document.body, transfer);
      const outcome = () => imageName(editor) ?? noticeOf(editor)?.message;
      await waitFor(() => expect(outcome()).toBeDefined());
      found.push([name, content, outcome()]);
      cleanup();
    }
    expect(found).toEqual(rows);
  });

  test('text and images of a whole passage open nothing', async () => {
    const editor = renderPage(createTestEditor());
    const transfer = transferOf('Cats are fine');
    transfer.setData('text/html', html(`<p>Cats are fine</p><img src="${link}">`));
    paste(document.body, transfer);
    await vi.dynamicImportSettled();
    expect([imageName(editor), noticeOf(editor), editor.getState().isOpening]).toEqual([
      undefined,
      null,
      false,
    ]);
  });

  test('a picture that comes with text, as from Word or Excel, is asked for first', async () => {
    const editor = renderPage(createTestEditor());
    for (const answer of ['Cancel', 'Open picture']) {
      paste(document.body, transferOf('A1\tB1', photo('cells.png')));
      const dialog = await screen.findByRole('dialog', { name: 'Open this picture?' });
      expect(imageName(editor)).toBeUndefined();
      await userEvent.click(within(dialog).getByRole('button', { name: answer }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    await waitFor(() => expect(imageName(editor)).toBe('cells.png'));
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
