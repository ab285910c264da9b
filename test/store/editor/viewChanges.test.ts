import { describe, expect, test } from 'vitest';
import type { Editor } from '../../../src/store/createEditor.ts';
import { panBy, resizeStage, zoomAt, zoomToActualSize } from '../../../src/store/editor/viewChanges.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

/** The frame is 1024 × 427. */
async function editorOnStage(): Promise<Editor> {
  const editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact(resizeStage({ width: 1136, height: 800 }), 'atOnce');
  return editor;
}

const viewOf = (editor: Editor) => editor.getState().view;

describe('the view', () => {
  test('fits the frame when the stage appears', async () => {
    const editor = await editorOnStage();
    expect(viewOf(editor)).toEqual({ zoom: 1, origin: { x: 56, y: 186.5 } });
  });

  test('stays fitted when the stage is resized', async () => {
    const editor = await editorOnStage();
    editor.transact(resizeStage({ width: 624, height: 800 }), 'atOnce');
    expect(viewOf(editor)).toEqual({ zoom: 0.5, origin: { x: 56, y: 293.25 } });
    editor.transact(resizeStage({ width: 1136, height: 800 }), 'atOnce');
    expect(viewOf(editor)).toEqual({ zoom: 1, origin: { x: 56, y: 186.5 } });
  });

  test('keeps the middle in the middle where it was not fitted', async () => {
    const editor = await editorOnStage();
    editor.transact(zoomAt({ x: 568, y: 400 }, 4), 'atOnce');
    const { origin } = viewOf(editor);
    editor.transact(resizeStage({ width: 1036, height: 700 }), 'atOnce');
    expect(viewOf(editor)).toEqual({ zoom: 4, origin: { x: origin.x - 50, y: origin.y - 50 } });
  });

  test('brings a frame back that a smaller stage would cut off', async () => {
    const editor = await editorOnStage();
    editor.transact(panBy({ x: 0, y: 180 }), 'atOnce');
    editor.transact(resizeStage({ width: 1136, height: 600 }), 'atOnce');
    expect(viewOf(editor)).toEqual({ zoom: 1, origin: { x: 56, y: 86.5 } });
  });

  test('zooms at the pointer and around the middle', async () => {
    const editor = await editorOnStage();
    editor.transact(zoomAt({ x: 156, y: 286.5 }, 2), 'atOnce');
    expect(viewOf(editor)).toEqual({ zoom: 2, origin: { x: -44, y: 86.5 } });
    editor.transact(zoomToActualSize, 'atOnce');
    expect(viewOf(editor).zoom).toBe(1);
  });
});
