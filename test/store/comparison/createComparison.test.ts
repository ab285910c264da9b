import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/model/document/document.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { compareBy, hideResult, showResult } from '../../../src/store/editor/shownResult.ts';
import { fitFrame } from '../../../src/store/editor/viewChanges.ts';
import type { ComparedResult } from '../../../src/workers/compareWorker.ts';
import type { CompareWorker } from '../../../src/workers/connectWorkers.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

const resultSize = { width: 1024, height: 427 };
const figures = { kept: 100, differing: 4, meanDifference: 0.5 };

/** A bitmap of no browser, which tells whether it has been freed. */
function fakeBitmap() {
  return {
    width: 1024,
    height: 427,
    isClosed: false,
    close() {
      this.isClosed = true;
    },
  };
}

/** An editor with a result on show; `asked` is what the service was asked, each answered when `answer` is called. */
async function comparingEditor(change: Partial<CompareWorker> = {}) {
  const asked: { compared: ComparedResult; feather?: number }[] = [];
  const answers: (() => void)[] = [];
  const bitmaps: ReturnType<typeof fakeBitmap>[] = [];
  const given = () => {
    const bitmap = fakeBitmap();
    bitmaps.push(bitmap);
    return bitmap;
  };
  const later = <Answer>(make: () => Answer) =>
    new Promise<Answer>((resolve) => answers.push(() => resolve(make())));
  const editor = createTestEditor({
    compare: {
      check: (compared) => {
        asked.push({ compared });
        return later(() => ({ figures, resultSize, difference: given(), heat: given() }));
      },
      restore: (compared, feather) => {
        asked.push({ compared, feather });
        return later(given);
      },
      restoredPng: async (_, feather) => new Blob([`restored ${feather}`]),
      close: () => undefined,
      ...change,
    },
  });
  await openPhotograph(editor);
  await editor.generations.generate();
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    editor,
    comparison: editor.comparison,
    asked,
    bitmaps,
    settled,
    async answer() {
      await settled();
      answers.shift()?.();
      await settled();
    },
  };
}

function show(editor: Editor, index: number) {
  const document = editor.generations.store.getState().generations[0]?.document ?? emptyDocument;
  editor.transact(showResult({ generationId: 'generation-1', index, document }));
}

describe('the check of the result on show', () => {
  test('is asked once, when it is looked at, with the layout that was sent', async () => {
    const { editor, comparison, asked, answer } = await comparingEditor();
    editor.transact(compareBy({ mode: 'swipe' }), 'atOnce');
    expect(asked).toEqual([]);

    editor.transact(compareBy({ mode: 'kept' }), 'atOnce');
    expect(comparison.checks.getState()).toMatchObject({ isWorking: true, answer: null });
    await answer();
    editor.transact(compareBy({ mode: 'difference' }), 'atOnce');
    await answer();

    expect(comparison.checks.getState()).toMatchObject({ isWorking: false, answer: { figures } });
    const { document, settings } = editor.generations.store.getState().generations[0] ?? {};
    expect(asked.map(({ compared }) => ({ ...compared, result: 0, original: 0 }))).toEqual([
      { id: 'generation-1 0', document, maskFrame: settings?.maskFrame, result: 0, original: 0 },
    ]);
  });

  test('of another result is asked anew, and the maps of the first are freed', async () => {
    const { editor, asked, bitmaps, answer } = await comparingEditor();
    editor.transact(compareBy({ mode: 'kept' }), 'atOnce');
    await answer();
    show(editor, 1);
    await answer();
    expect(asked.map(({ compared }) => compared.id)).toEqual(['generation-1 0', 'generation-1 1']);
    expect(bitmaps.map(({ isClosed }) => isClosed)).toEqual([true, true, false, false]);
  });

  test('that comes when the result is no longer looked at is freed, and leaves nothing', async () => {
    const { editor, comparison, bitmaps, settled, answer } = await comparingEditor();
    editor.transact(compareBy({ mode: 'kept' }), 'atOnce');
    await settled();
    editor.transact(hideResult);
    await answer();
    expect(comparison.checks.getState()).toBeNull();
    expect(bitmaps.every(({ isClosed }) => isClosed)).toBe(true);
  });

  test('says why there is none, and is asked again when it is looked at again', async () => {
    let tries = 0;
    const { editor, comparison, settled } = await comparingEditor({
      check: async () => {
        tries += 1;
        throw new Error('The browser has no memory left for the image.');
      },
    });
    editor.transact(compareBy({ mode: 'kept' }), 'atOnce');
    await settled();
    expect(comparison.checks.getState()?.problem).toBe('The browser has no memory left for the image.');
    editor.transact(compareBy({ mode: 'difference' }), 'atOnce');
    await settled();
    expect(tries).toBe(2);
  });
});

describe('trying a feather', () => {
  test('asks for the newest of those that came up meanwhile, and shows each that is ready', async () => {
    const { editor, comparison, asked, bitmaps, answer, settled } = await comparingEditor();
    editor.transact(compareBy({ feather: 1 }), 'atOnce');
    await settled();
    for (const feather of [2, 3, 4]) editor.transact(compareBy({ feather }), 'atOnce');
    await answer();
    expect(comparison.restored.getState()).toMatchObject({ answer: bitmaps[0], isWorking: true });
    await answer();
    expect(comparison.restored.getState()).toMatchObject({ answer: bitmaps[1], isWorking: false });
    expect(asked.map(({ feather }) => feather)).toEqual([1, 4]);
    expect(bitmaps.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  test('ends with its bitmap freed', async () => {
    const { editor, comparison, bitmaps, answer } = await comparingEditor();
    editor.transact(compareBy({ feather: 1 }), 'atOnce');
    await answer();
    editor.transact(compareBy({ feather: null }), 'atOnce');
    expect([comparison.restored.getState(), bitmaps[0]?.isClosed]).toEqual([null, true]);
  });

  test('gives the file with that feather', async () => {
    const { comparison } = await comparingEditor();
    expect(await (await comparison.restoredPng(7)).text()).toBe('restored 7');
  });
});

describe('looking', () => {
  test('begins plainly with each visit, and means nothing without a result', async () => {
    const { editor } = await comparingEditor();
    const plain = editor.getState().comparison;
    editor.transact(compareBy({ mode: 'swipe', share: 0.2 }), 'atOnce');
    editor.transact(hideResult);
    expect(editor.getState().comparison).toEqual(plain);
    editor.transact(compareBy({ isPeeking: true }), 'atOnce');
    expect(editor.getState().comparison).toEqual(plain);
  });

  test('at a result of another canvas fits that into view, and the open one again afterwards', async () => {
    const { editor } = await comparingEditor();
    editor.transact((state) => ({ ...state, stageSize: { width: 1000, height: 800 } }));
    editor.transact(onDocument((document) => ({ ...document, canvas: { width: 3000, height: 3000 } })));
    editor.transact(fitFrame, 'atOnce');
    const fitted = editor.getState().view;
    show(editor, 0);
    expect(editor.getState().view.zoom).toBeCloseTo(888 / 1024, 5);
    editor.transact(hideResult);
    expect(editor.getState().view).toEqual(fitted);
  });
});
