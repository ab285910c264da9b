import { describe, expect, test } from 'vitest';
import type { Rings } from '../../../src/model/geometry/rings/ring.ts';
import type { MaskReading } from '../../../src/model/pixels/maskReading.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { triedDocument } from '../../../src/store/editor/editorState.ts';
import { addRegions } from '../../../src/store/editor/regionChanges.ts';
import { tryRegions } from '../../../src/store/editor/trial.ts';
import type { PixelWorker } from '../../../src/workers/connectWorkers.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';
import { refusalText } from '../../helpers/toldWords.ts';

const square = (x: number): Rings => [
  [
    { x, y: 0 },
    { x: x + 5, y: 0 },
    { x: x + 5, y: 5 },
    { x, y: 5 },
  ],
];

/** A PNG as far as its header: the worker, which would decode it, is a fake. */
function pngFile(): File {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const header = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 4, 8, 6, 0, 0, 0, 0, 0, 0, 0];
  return new File([new Uint8Array([...signature, ...header])], 'mask.png');
}

async function editorWith(change: Partial<PixelWorker>) {
  const pixels: PixelWorker = {
    similarRings: async () => [],
    maskParts: async () => [],
    describeMask: async () => ({ channel: 'alpha', isBlackAndWhite: true }),
    close: () => undefined,
    ...change,
  };
  const editor = createTestEditor({ pixels });
  await openPhotograph(editor);
  return editor;
}

/** As the dialog does. */
async function importMask(editor: Editor, reading?: MaskReading) {
  const read = await editor.images.readMask(pngFile(), reading);
  if (read.kind === 'read') editor.transact(addRegions(read.ringsOfEach, read.imageId));
}

describe('an imported mask', () => {
  test('becomes a region for each part, selected, in one undo step', async () => {
    const asked: unknown[] = [];
    const editor = await editorWith({
      maskParts: async (...question) => {
        asked.push(question.slice(1));
        return [square(0), square(10)];
      },
    });
    const before = editor.getState().document;
    await importMask(editor, { channel: 'red', threshold: 40 });
    const { regions } = editor.getState().document;
    expect(regions.map(({ rings }) => rings)).toEqual([square(0), square(10)]);
    expect(editor.getState().selection.regionIds).toEqual(regions.map(({ id }) => id));
    expect(asked).toEqual([
      [
        { width: 640, height: 427 },
        { channel: 'red', threshold: 40 },
      ],
    ]);
    editor.undo();
    expect(editor.getState().document).toBe(before);
  });

  test('can be tried before: the document stays', async () => {
    const editor = await editorWith({ maskParts: async () => [square(0)] });
    const before = editor.getState().document;
    const read = await editor.images.readMask(pngFile());
    editor.transact(tryRegions(read.kind === 'read' ? read.ringsOfEach : null));
    expect(triedDocument(editor.getState())).toMatchObject({
      regions: [{ id: 'region-1', rings: square(0) }],
    });
    expect(editor.getState().document).toBe(before);
  });

  test('of more than 50 parts becomes one region', async () => {
    const editor = await editorWith({
      maskParts: async () => Array.from({ length: 51 }, (_, index) => square(index * 10)),
    });
    await importMask(editor);
    const { regions } = editor.getState().document;
    expect(regions.map(({ rings }) => rings.length)).toEqual([51]);
  });

  test.each([
    ['is no image', new File(['text'], 'mask.png'), {}, /^This is a text file/],
    ['is damaged', pngFile(), { maskParts: () => Promise.reject(new Error()) }, /^The image is damaged/],
    ['masks nothing', pngFile(), {}, /^Nothing in this picture is masked/],
  ])('that %s changes nothing and says so', async (_name, file, change, message) => {
    const editor = await editorWith(change);
    const before = editor.getState().document;
    const read = await editor.images.readMask(file);
    expect(read.kind === 'refused' && refusalText(read)).toMatch(message);
    expect(editor.getState().document).toBe(before);
  });

  test('needs a photograph', async () => {
    const read = await createTestEditor().images.readMask(pngFile());
    expect(read.kind === 'refused' && refusalText(read)).toBe(
      'Open a photograph first: a mask belongs to one.',
    );
  });

  test('is described before, or refused', async () => {
    const editor = await editorWith({});
    expect(await editor.images.describeMask(pngFile())).toEqual({ channel: 'alpha', isBlackAndWhite: true });
    expect(await editor.images.describeMask(new File([], 'mask.png'))).toMatchObject({ kind: 'refused' });
  });
});
