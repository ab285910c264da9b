import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { panBy } from '../../src/store/editor/viewChanges.ts';
import { listenToKeyboard } from '../../src/ui/keyboard/useKeyboard.ts';
import { ComparisonBar, ComparisonOverlay } from '../../src/ui/lazyParts.tsx';
import type { CompareWorker } from '../../src/workers/connectWorkers.ts';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';
import { savedFiles } from './savedFiles.ts';

let stopListening: () => void = () => undefined;

/** Fetched with the first result; on a busy machine that takes longer than any test should wait. */
beforeAll(() =>
  Promise.all([
    import('../../src/ui/compare/CompareBar.tsx'),
    import('../../src/ui/compare/CompareOverlay.tsx'),
  ]),
);

afterEach(() => {
  stopListening();
  cleanup();
});

function bitmap(): ImageBitmap {
  const canvas = new OffscreenCanvas(4, 4);
  canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
  return canvas.transferToImageBitmap();
}

const resultSize = { width: 1024, height: 427 };
const figures = { kept: 1000, differing: 4, meanDifference: 0.123 };

/** The controls over a result, on a stage of 700 × 500 CSS px. */
async function comparing(change: Partial<CompareWorker> = {}) {
  const editor = createTestEditor({
    compare: {
      check: async () => ({ figures, resultSize, difference: bitmap(), heat: bitmap() }),
      restore: async () => bitmap(),
      restoredPng: async (_, feather) => new Blob([`feather ${feather}`]),
      close: () => undefined,
      ...change,
    },
  });
  renderWithEditor(
    editor,
    <main>
      <ComparisonBar />
      <div style={{ position: 'relative', width: 700, height: 500 }}>
        <ComparisonOverlay />
      </div>
    </main>,
  );
  await openPhotograph(editor);
  editor.transact((state) => ({
    ...state,
    stageSize: { width: 700, height: 500 },
    view: { zoom: 0.5, origin: { x: 100, y: 50 } },
  }));
  await editor.generations.generate();
  stopListening = listenToKeyboard(editor);
  await screen.findByRole('region', { name: 'Compare' });
  return editor;
}

const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const handle = () => screen.findByRole('slider', { name: 'Swipe' });

describe('the controls over a result', () => {
  test('are not there without one', async () => {
    const editor = await comparing();
    editor.transact((state) => ({ ...state, shownResult: null }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Compare' })).toBeNull());
  });

  test.each(['Result', 'Swipe', 'Difference', 'Kept area'])(
    'have no accessibility violations: %s',
    async (mode) => {
      await comparing();
      await choose(mode);
      if (mode === 'Result')
        await userEvent.click(screen.getByRole('button', { name: 'Restore kept pixels' }));
      const { violations } = await axe.run(document.body);
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    },
  );
});

describe('the swipe’s handle', () => {
  test('goes by arrow keys, to the ends by Home and End, and never beyond', async () => {
    const editor = await comparing();
    await choose('Swipe');
    (await handle()).focus();
    const shares = [];
    for (const key of [
      '{ArrowRight}',
      '{Shift>}{ArrowLeft}{/Shift}',
      '{End}',
      '{ArrowRight}',
      '{Home}',
      '{ArrowDown}',
    ]) {
      await userEvent.keyboard(key);
      shares.push(Number(editor.getState().comparison.share.toFixed(4)));
    }
    expect(shares).toEqual([0.51, 0.41, 1, 1, 0, 0]);
    expect((await handle()).getAttribute('aria-valuetext')).toBe('0 % result');
  });

  test('stands in the frame where the share is, and follows the view', async () => {
    const editor = await comparing();
    await choose('Swipe');
    const at = async () => (await handle()).style.left;
    expect(await at()).toBe(`${100 + 1024 * 0.5 * 0.5}px`);
    editor.transact(panBy({ x: 30, y: 0 }), 'atOnce');
    await waitFor(async () => expect(await at()).toBe(`${130 + 1024 * 0.5 * 0.5}px`));
  });

  test('is dragged by the pointer', async () => {
    const editor = await comparing();
    await choose('Swipe');
    const line = await handle();
    const { left } = (line.offsetParent ?? line).getBoundingClientRect();
    const pointer = (type: string, clientX: number) =>
      line.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX }));
    line.setPointerCapture = () => undefined;
    line.hasPointerCapture = () => true;
    pointer('pointerdown', left + 356);
    pointer('pointermove', left + 100 + 512 * 0.25);
    expect(editor.getState().comparison.share).toBeCloseTo(0.25, 6);
  });
});

describe('peeking', () => {
  test.each(['c', '\\'])('lasts while %s is held', async (key) => {
    const editor = await comparing();
    const isPeeking = () => editor.getState().comparison.isPeeking;
    const press = (type: string) => fireEvent(document.body, new KeyboardEvent(type, { key, bubbles: true }));
    press('keydown');
    expect(isPeeking()).toBe(true);
    press('keyup');
    expect(isPeeking()).toBe(false);
  });

  test('lasts while its button is held, by pointer and by Space', async () => {
    const editor = await comparing();
    const person = userEvent.setup();
    const seen: boolean[] = [];
    const note = () => seen.push(editor.getState().comparison.isPeeking);
    const button = screen.getByRole('button', { name: 'Hold to see the layout' });
    await person.pointer({ keys: '[MouseLeft>]', target: button });
    note();
    await person.pointer({ keys: '[/MouseLeft]', target: document.body });
    note();
    button.focus();
    await person.keyboard('[Space>]');
    note();
    await person.keyboard('[/Space]');
    note();
    expect(seen).toEqual([true, false, true, false]);
  });
});

describe('the kept area', () => {
  const figure = () => screen.findByRole('status', { name: 'Kept area check' });

  test.each([
    [figures, '0.4 % of the kept pixels differ visibly.', 'Mean 0.12; 2 is just visible.'],
    [
      { kept: 1e6, differing: 1, meanDifference: 0.0001 },
      '< 0.1 % of the kept pixels differ visibly.',
      'Mean less than 0.01; 2 is just visible.',
    ],
    [
      { kept: 5, differing: 5, meanDifference: 30 },
      'All of the kept pixels differ visibly.',
      'Mean 30.00; 2 is just visible.',
    ],
    [
      { kept: 5, differing: 0, meanDifference: 0.5 },
      'None of the kept pixels differ visibly.',
      'Mean 0.50; 2 is just visible.',
    ],
    [
      { kept: 5, differing: 0, meanDifference: 0 },
      'None of the kept pixels differ visibly.',
      'All of them are exactly as they were.',
    ],
    [{ kept: 0, differing: 0, meanDifference: 0 }, 'Nothing was to be kept.', undefined],
  ])('is judged in one figure: %j', async (given, text, mean) => {
    await comparing({
      check: async () => ({ figures: given, resultSize, difference: bitmap(), heat: bitmap() }),
    });
    await choose('Kept area');
    await waitFor(async () => expect((await figure()).textContent).toBe(text));
    if (mean !== undefined) screen.getByText(mean);
    expect(screen.queryByText(/scaled to the canvas/)).toBeNull();
  });

  test('says that a result of another size was scaled', async () => {
    const size = { width: 2048, height: 854 };
    await comparing({
      check: async () => ({ figures, resultSize: size, difference: bitmap(), heat: bitmap() }),
    });
    await choose('Kept area');
    await screen.findByText('It came as 2048 × 854 px, and was scaled to the canvas.');
  });

  test('says that a photograph which was scaled differs by that alone', async () => {
    const editor = await comparing();
    await choose('Kept area');
    const text = 'The photograph was scaled: that alone can change fine detail.';
    await figure();
    expect(screen.queryByText(text)).toBeNull();
    editor.transact(
      onDocument(({ placement, ...document }) => ({
        ...document,
        placement: { ...placement, width: 320 },
      })),
    );
    await editor.generations.generate();
    await waitFor(() => expect(editor.getState().shownResult?.generationId).toBe('generation-2'));
    await choose('Kept area');
    await screen.findByText(text);
  });

  test('says why it could not be compared', async () => {
    await comparing({
      check: async () => Promise.reject(new Error('The browser has no memory left for the image.')),
    });
    await choose('Kept area');
    await waitFor(async () =>
      expect((await figure()).textContent).toBe('The browser has no memory left for the image.'),
    );
  });
});

describe('restoring kept pixels', () => {
  const open = () => userEvent.click(screen.getByRole('button', { name: 'Restore kept pixels' }));
  const form = () => screen.findByRole('form', { name: 'Restore kept pixels' });

  test('tries the feather that is typed, and saves it under the photograph’s name', async () => {
    const tried: number[] = [];
    await comparing({
      restore: async (_, feather) => {
        tried.push(feather);
        return bitmap();
      },
    });
    await open();
    const field = within(await form()).getByRole('spinbutton', { name: 'Feather' });
    await userEvent.clear(field);
    await userEvent.type(field, '20{Tab}');
    // It is live: what is typed on the way may be tried as well.
    await waitFor(() => expect([tried[0], tried.at(-1)]).toEqual([8, 20]));
    const saved = savedFiles();
    await userEvent.click(screen.getByRole('button', { name: 'Download restored' }));
    expect(await saved()).toEqual([{ name: 'rocket-1-restored.png', text: 'feather 20' }]);
  });

  test('is left by Escape, the result staying on show', async () => {
    const editor = await comparing();
    await open();
    await form();
    await userEvent.keyboard('{Escape}');
    const { comparison, shownResult } = editor.getState();
    expect([comparison.feather, shownResult?.index]).toEqual([null, 0]);
  });

  test('gives way to a map, which is of the result as it came', async () => {
    const editor = await comparing();
    await open();
    await choose('Difference');
    expect(editor.getState().comparison).toMatchObject({ mode: 'difference', feather: null });
    await open();
    expect(editor.getState().comparison).toMatchObject({ mode: 'result', feather: 8 });
  });
});
