import { beforeEach, describe, expect, test } from 'vitest';
import { addRegions } from '../../../src/model/document/regions.ts';
import type { Point } from '../../../src/model/geometry/point.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { onDocument } from '../../../src/store/editor/regionChanges.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

let editor: Editor;

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact((state) => ({ ...state, view: { zoom: 2, origin: { x: 30, y: 20 } } }));
  editor.transact(onDocument((document) => addRegions(document, [square(10), square(110)])));
  select('region-1');
});

const square = (x: number) => [
  [
    { x, y: 10 },
    { x: x + 50, y: 10 },
    { x: x + 50, y: 60 },
    { x, y: 60 },
  ],
];
const select = (...regionIds: string[]) =>
  editor.transact((state) => ({ ...state, selection: { regionIds, vertices: [] } }));
const now = () => {
  const { selection, tool } = editor.getState();
  return [tool.id, ...selection.regionIds];
};
/** Where that point of the image (in image px, as large on the canvas) is on the stage. */
const onStage = (x: number, y: number) => {
  const { placement } = editor.getState().document;
  return { x: 30 + 2 * (placement.x + x), y: 20 + 2 * (placement.y + y) };
};

const rightPress = (at: Point) => editor.dispatch({ type: 'menu', at, by: 'pointer' });

describe('a right press', () => {
  test('selects the region that it is on, ready to be edited', () => {
    rightPress(onStage(130, 30));
    expect(now()).toEqual(['select', 'region-2']);
  });

  test('on one of several selected regions, or on its outline, keeps all', () => {
    select('region-1', 'region-2');
    rightPress(onStage(30, 30));
    rightPress(onStage(8, 30));
    expect(now()).toEqual(['move', 'region-1', 'region-2']);
  });

  test('on bare ground selects nothing', () => {
    rightPress(onStage(300, 300));
    expect(now()).toEqual(['move']);
  });

  test('over a result, or in the middle of a gesture, changes nothing', () => {
    editor.transact((state) => ({
      ...state,
      shownResult: { generationId: 'g', index: 0, document: state.document },
    }));
    rightPress(onStage(130, 30));
    editor.transact((state) => ({
      ...state,
      shownResult: null,
      tool: { id: 'polygon', session: { phase: 'placing' } },
    }));
    rightPress(onStage(130, 30));
    expect(now()).toEqual(['polygon', 'region-1']);
  });
});
