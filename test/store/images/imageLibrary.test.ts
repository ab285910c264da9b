import { describe, expect, test } from 'vitest';
import { addImage, createImageLibrary } from '../../../src/store/images/imageLibrary.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { createTestEditor, openedImage, openPhotograph } from '../../helpers/testEditor.ts';

describe('the images at hand', () => {
  const display = { bitmapAt: () => openedImage('').preview, close: () => undefined };

  test('are told of when one comes, and again when it can be drawn sharper', () => {
    const library = createImageLibrary();
    const told: string[][] = [];
    let sharpen = () => {};
    library.subscribe(({ images }) => told.push([...images.keys()]));
    addImage(library, openedImage('rocket.jpg'), (_opened, onSharper) => {
      sharpen = onSharper;
      return display;
    });
    sharpen();
    expect(told).toEqual([['id of rocket.jpg'], ['id of rocket.jpg']]);
  });

  test('have each image once; the bitmap of one that comes again is given back', () => {
    const library = createImageLibrary();
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    const opened = () => ({ ...openedImage('rocket.jpg'), preview: { width: 1, height: 1, close } });
    addImage(library, opened(), () => display);
    const { images } = library.getState();
    addImage(library, opened(), () => display);
    expect([library.getState().images === images, closed]).toEqual([true, 1]);
  });
});

test('a worker that cannot read the photograph’s pixels leaves the wand without an answer, and at rest', async () => {
  const editor = createTestEditor({
    pixels: {
      similarRings: () => Promise.reject(new Error('of this test')),
      maskParts: async () => [],
      describeMask: async () => ({ channel: 'alpha', isBlackAndWhite: true }),
      close: () => undefined,
    },
  });
  const question = { at: { x: 1, y: 1 }, tolerance: 32, isContiguous: true, sampleSize: 1 } as const;
  expect(await editor.images.answerPixels(question)).toBeUndefined();
  await openPhotograph(editor);
  expect(await editor.images.answerPixels(question)).toBeUndefined();

  editor.pickTool('wand');
  const { placement } = editor.getState().document;
  stagePointer(editor).click(placement.x + 5, placement.y + 5);
  await new Promise((resolve) => setTimeout(resolve));
  expect(editor.getState().tool.session).toEqual({ phase: 'idle', notice: { code: 'wand.unreadable' } });
});
