import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addRegion } from '../../src/model/document/regions.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { App } from '../../src/ui/App.tsx';
import { stagePointer } from '../helpers/stagePointer.ts';
import { createTestEditor, openedImage } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

/** The whole page, with a grey photograph where one is opened. */
async function renderApp() {
  const canvas = new OffscreenCanvas(640, 427);
  canvas.getContext('2d')?.fillRect(0, 0, 640, 427);
  const bitmap = canvas.transferToImageBitmap();
  const editor = createTestEditor({
    files: {
      openImageFile: async (file) => openedImage(file.name),
      createDisplayImage: () => ({ bitmapAt: () => bitmap, close: () => bitmap.close() }),
      imageForUpload: async (opened) => ({ blob: opened.blob, name: opened.source.name }),
    },
  });
  renderWithEditor(editor, <App />);
  const open = () => editor.images.openImage(new File(['photo'], 'rocket.jpg'));
  return { editor, open };
}

async function violations() {
  const { violations: found } = await axe.run(document.body);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('the shell', () => {
  test('has no accessibility violations without an image', async () => {
    await renderApp();
    expect(await violations()).toEqual([]);
  });

  test('has none with an image, regions and a notice', async () => {
    const { editor, open } = await renderApp();
    await open();
    const ring = [
      { x: 0, y: 0 },
      { x: 0, y: 90 },
      { x: 90, y: 90 },
    ];
    editor.transact(onDocument((document) => addRegion(document, [ring])));
    editor.transact((state) => ({
      ...state,
      notice: { tone: 'problem', code: 'refused', refusal: { kind: 'refused', reason: 'empty' } },
    }));
    await waitFor(() => screen.getByText('Region 1'));
    expect(await violations()).toEqual([]);
  });

  test('undo and redo are on only where there is something to step to', async () => {
    const { editor, open } = await renderApp();
    const disabled = () => [button('Undo').disabled, button('Redo').disabled];
    const seen = [disabled()];
    await open();
    editor.transact(onDocument((document) => ({ ...document, canvas: { width: 900, height: 427 } })));
    await waitFor(() => expect(button('Undo').disabled).toBe(false));
    seen.push(disabled());
    await userEvent.click(button('Undo'));
    seen.push(disabled());
    await userEvent.click(button('Redo'));
    seen.push(disabled());
    expect(seen).toEqual([
      [true, true],
      [false, true],
      [true, false],
      [false, true],
    ]);
  });

  test('the toolbar picks tools by click and goes round by arrow keys', async () => {
    await renderApp();
    const tools = within(screen.getByRole('toolbar', { name: 'Tools' })).getAllByRole('button');
    const namesOf = (pressed: string) =>
      tools
        .filter((tool) => pressed === 'any' || tool.getAttribute('aria-pressed') === pressed)
        .map((tool) => tool.getAttribute('aria-label'));
    expect(namesOf('any')).toEqual([
      'Move image',
      'Select',
      'Brush',
      'Eraser',
      'Lasso',
      'Polygon',
      'Rectangle',
      'Ellipse',
      'Magic wand',
      'Pan',
    ]);
    await userEvent.click(button('Polygon'));
    expect(namesOf('true')).toEqual(['Polygon']);
    button('Move image').focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(button('Pan'));
  });

  test('a clicked button leaves the keyboard to the canvas', async () => {
    await renderApp();
    await userEvent.click(button('Rectangle'));
    expect(document.activeElement).toBe(document.body);
  });

  test('a tip names the control and its key', async () => {
    await renderApp();
    await userEvent.hover(button('Polygon'));
    const tip = await screen.findByRole('tooltip');
    expect(tip.textContent).toBe('PolygonP');
    await userEvent.keyboard('x');
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  });

  test('the status line has the tool’s hint and the pixel under the pointer', async () => {
    const { editor, open } = await renderApp();
    await open();
    stagePointer(editor).moveTo(12.7, 300.2);
    await screen.findByText(/x 12\s+y 300/);
    await userEvent.keyboard('h');
    await screen.findByText('Drag to move the view. Scroll to zoom.');
  });

  test('a reopened generation says what it replaced, and puts it back', async () => {
    const { editor, open } = await renderApp();
    await open();
    editor.transact(onDocument((document) => ({ ...document, canvas: { width: 1024, height: 427 } })));
    editor.transact(changeSettings({ prompt: 'first' }), 'atOnce');
    await editor.generations.generate();
    editor.transact(changeSettings({ prompt: 'half a thought' }), 'atOnce');
    await editor.generations.reopenGeneration(editor.generations.store.getState().generations[0]?.id ?? '');
    const notice = screen.getByRole('status', { name: 'Notice' });
    await waitFor(() => expect(notice.textContent).toContain('Prompt and settings replaced'));
    expect(await violations()).toEqual([]);

    await userEvent.click(button('Put mine back'));

    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /prompt/i }).value).toBe(
      'half a thought',
    );
    expect(notice.textContent).toBe('');
  });

  test('a notice stays until it is dismissed', async () => {
    const { editor } = await renderApp();
    editor.transact((state) => ({
      ...state,
      notice: { tone: 'problem', code: 'refused', refusal: { kind: 'refused', reason: 'empty' } },
    }));
    await screen.findByText('The file is empty. Open a JPEG, PNG, WebP, GIF, AVIF or BMP.');
    await userEvent.click(button('Dismiss'));
    expect(editor.getState().notice).toBeNull();
  });

  test('says that it runs on the sandbox', async () => {
    await renderApp();
    await userEvent.click(button('Sandbox'));
    const notice = screen.getByRole('status', { name: 'Notice' });
    await waitFor(() => expect(notice.textContent).toContain('nothing is charged'));
  });

  test('all of it is in reach in a small window', async () => {
    await page.viewport(1024, 700);
    const { open } = await renderApp();
    await open();
    const { scrollWidth, scrollHeight } = document.documentElement;
    expect({ scrollWidth, scrollHeight }).toEqual({ scrollWidth: 1024, scrollHeight: 700 });
    await page.viewport(1280, 800);
  });
});
