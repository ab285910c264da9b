import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { JsonSection } from '../../src/ui/request/JsonSection.tsx';
import { splitPlaceholders } from '../../src/ui/request/RequestJson.tsx';
import { RequestSection } from '../../src/ui/request/RequestSection.tsx';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';
import { savedFiles } from './savedFiles.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const json = () => screen.getByRole('region', { name: 'Request JSON' }).textContent ?? '';

async function editorWithJson() {
  const editor = createTestEditor();
  await openPhotograph(editor);
  renderWithEditor(editor, <JsonSection />);
  await waitFor(() => expect(json()).toContain('a wide desert'));
  return editor;
}

describe('the request', () => {
  test('is chosen in the settings', async () => {
    const editor = createTestEditor();
    renderWithEditor(editor, <RequestSection />);
    const choose = (group: string, option: string) =>
      userEvent.click(
        within(screen.getByRole('group', { name: group })).getByRole('radio', { name: option }),
      );

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'Midjourney V8.1');
    await choose('Mask format', 'Mask image');
    await choose('Mask frame', 'Canvas');
    await choose('Speed', 'Turbo');
    await userEvent.type(screen.getByRole('textbox', { name: 'Callback URL' }), 'https://example.com/done');

    expect(editor.getState().settings).toEqual({
      prompt: '',
      model: 'mj-v8.1-upload-paint',
      maskFormat: 'image',
      maskFrame: 'canvas',
      speed: 'turbo',
      callbackUrl: 'https://example.com/done',
    });
  });

  test('says what is wrong with a callback URL', async () => {
    renderWithEditor(createTestEditor(), <RequestSection />);

    await userEvent.type(screen.getByRole('textbox', { name: 'Callback URL' }), 'https://10.0.0.1/');

    expect(screen.getByText('The callback URL must not be a private address.')).toBeTruthy();
  });

  test('gives the mask as a file named after the photograph', async () => {
    const editor = createTestEditor();
    await openPhotograph(editor);
    renderWithEditor(editor, <RequestSection />);
    const saved = savedFiles();

    await userEvent.click(screen.getByRole('button', { name: 'Download mask' }));

    expect(await saved()).toEqual([{ name: 'rocket-mask.png', text: 'mask' }]);
  });
});

describe('the JSON', () => {
  test('is the request that would be sent, and follows the document', async () => {
    const editor = await editorWithJson();
    expect(JSON.parse(json())).toEqual({
      model: 'mj-v7-upload-paint',
      prompt: 'a wide desert',
      image_urls: ['<image URL, known after upload>'],
      model_params: {
        mask: { areas: [] },
        canvas: { width: 1024, height: 427 },
        img_pos: { width: 640, height: 427, x: 0, y: 0 },
        speed: 'fast',
      },
    });

    editor.transact(changeSettings({ prompt: 'a green valley' }), 'atOnce');

    await waitFor(() => expect(JSON.parse(json())).toMatchObject({ prompt: 'a green valley' }));
  });

  test('marks what is known only after upload', async () => {
    await editorWithJson();

    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      '"<image URL, known after upload>"',
    ]);
  });

  test('is copied as it stands, and says so', async () => {
    await editorWithJson();
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();

    await userEvent.click(screen.getByRole('button', { name: 'Copy JSON' }));

    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(written.mock.calls).toEqual([[json()]]);
  });

  test('is copied as a command for the service, without the key', async () => {
    await editorWithJson();
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();

    await userEvent.click(screen.getByRole('button', { name: 'Copy curl' }));

    const [command] = written.mock.calls[0] ?? [];
    expect(command).toContain("curl -X POST 'https://api.evolink.ai/v1/images/generations'");
    expect(command).toContain('Bearer $EVOLINK_API_KEY');
    expect(command).toContain(json());
  });

  test('is copied from a selection where the clipboard is forbidden', async () => {
    await editorWithJson();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
    const selected = vi.spyOn(document, 'execCommand').mockImplementation(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLTextAreaElement && activeElement.value === json();
    });

    await userEvent.click(screen.getByRole('button', { name: 'Copy JSON' }));

    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(selected.mock.calls).toEqual([['copy']]);
  });

  test('comes with the size of the mask', async () => {
    const editor = await editorWithJson();
    const ring = [
      { x: 10, y: 10 },
      { x: 10, y: 90 },
      { x: 90, y: 90 },
    ];
    editor.transact(
      onDocument((current) => ({
        ...current,
        regions: [{ id: 'a', name: 'Sky', isHidden: false, rings: [ring] }],
      })),
    );

    expect(await screen.findByText('1 area, 3 vertices in total, in a frame of 640 × 427 px.')).toBeTruthy();
  });
});

test('a text split at its placeholders joins to the same text', () => {
  const text =
    '{ "a": "<image URL, known after upload>", "b": "<mask URL, known after upload>", "c": "<image>" }';

  const parts = splitPlaceholders(text);

  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.isPlaceholder)).toHaveLength(2);
});
