import { beforeEach, describe, expect, test } from 'vitest';
import { addRegions } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { selectForMenu } from '../../../src/store/editor/selectForMenu.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';

let editor: Editor;

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.session.setState({ view: { zoom: 2, origin: { x: 30, y: 20 } } });
  editor.commit((document) => addRegions(document, [square(10), square(110)]));
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
  editor.session.setState({ selection: { regionIds, vertices: [] } });
const now = () => {
  const { selection, tool } = editor.session.getState();
  return [tool.id, ...selection.regionIds];
};
/** Where that point of the image (in image px, as large on the canvas) is on the stage. */
const onStage = (x: number, y: number) => {
  const { placement } = editor.documents.getState().document;
  return { x: 30 + 2 * (placement.x + x), y: 20 + 2 * (placement.y + y) };
};

describe('a right press', () => {
  test('selects the region that it is on, ready to be edited', () => {
    selectForMenu(editor, onStage(130, 30));
    expect(now()).toEqual(['select', 'region-2']);
  });

  test('on one of several selected regions, or on its outline, keeps all', () => {
    select('region-1', 'region-2');
    selectForMenu(editor, onStage(30, 30));
    selectForMenu(editor, onStage(8, 30));
    expect(now()).toEqual(['move', 'region-1', 'region-2']);
  });

  test('on bare ground selects nothing', () => {
    selectForMenu(editor, onStage(300, 300));
    expect(now()).toEqual(['move']);
  });

  test('over a result, or in the middle of a gesture, changes nothing', () => {
    editor.session.setState({ shownResult: { generationId: 'g', index: 0 } });
    selectForMenu(editor, onStage(130, 30));
    editor.session.setState({ shownResult: null, tool: { id: 'polygon', session: { phase: 'placing' } } });
    selectForMenu(editor, onStage(130, 30));
    expect(now()).toEqual(['polygon', 'region-1']);
  });
});
