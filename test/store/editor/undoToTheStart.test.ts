import { expect, test, vi } from 'vitest';
import { extendCanvas, setCanvas, swapCanvas } from '../../../src/model/document/canvas.ts';
import { canvasOfRatio } from '../../../src/model/document/canvasRatio.ts';
import {
  centreImage,
  fillImage,
  fitImage,
  moveImageBy,
  originalSizeImage,
} from '../../../src/model/document/placement.ts';
import { setRegionHidden } from '../../../src/model/document/regions.ts';
import { requestPreview } from '../../../src/model/request/request.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import { duplicateSelection } from '../../../src/store/editor/clipboard.ts';
import { startHistory } from '../../../src/store/editor/history.ts';
import { deleteRegion, onDocument, switchTool } from '../../../src/store/editor/regionChanges.ts';
import type { ToolId } from '../../../src/tools/registry.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { createTestEditor, openPhotograph } from '../../helpers/testEditor.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

type Place = readonly [x: number, y: number];
type Step = (editor: Editor) => unknown;

const pickThen =
  (tool: ToolId, act: (mouse: ReturnType<typeof stagePointer>) => void): Step =>
  (editor) => {
    editor.transact(switchTool(tool));
    act(stagePointer(editor));
  };
const dragWith = (tool: ToolId, from: Place, to: Place) => pickThen(tool, (mouse) => mouse.drag(from, to));
const change =
  (...given: Parameters<typeof onDocument>) =>
  (editor: Editor) =>
    editor.transact(onDocument(...given));

/** Whatever changes the request, in an order in which each of them does. Points are canvas px; the photograph begins at 0, 0. */
const steps = {
  width: change((document) => setCanvas(document, { ...document.canvas, width: 900 })),
  centred: change(centreImage),
  'extended at an edge': change((document) =>
    extendCanvas(document, { left: 0, top: 0, right: 0, bottom: 173 }),
  ),
  'dragged image': dragWith('move', [400, 200], [331, 217]),
  'nudged image': (editor) =>
    editor.dispatch({ type: 'key', key: 'ArrowLeft', modifiers: { ...noModifiers, shift: true } }),
  'moved image': change((document) => moveImageBy(document, { x: -20, y: 0 })),
  'brush stroke': dragWith('brush', [200, 200], [400, 270]),
  'stroke that joins it': (editor) => stagePointer(editor).drag([400, 270], [420, 350]),
  'eraser stroke': dragWith('eraser', [250, 150], [250, 300]),
  lasso: pickThen('lasso', (mouse) => {
    mouse.press(420, 100);
    mouse.moveAlong([p(500, 90), p(520, 190)]);
    mouse.release(430, 180);
  }),
  polygon: pickThen('polygon', (mouse) => {
    for (const [x, y] of [
      [540, 200],
      [600, 220],
      [560, 300],
      [540, 200],
    ] as const)
      mouse.click(x, y);
  }),
  rectangle: dragWith('rectangle', [250, 320], [350, 380]),
  ellipse: dragWith('ellipse', [450, 320], [520, 400]),
  'magic wand': pickThen('wand', (mouse) => mouse.click(300, 120)),
  'moved region': pickThen('select', (mouse) => {
    mouse.click(485, 360);
    mouse.drag([485, 360], [475, 350]);
  }),
  duplicate: (editor) => editor.transact(duplicateSelection),
  deleted: (editor) => editor.dispatch({ type: 'delete' }),
  'deleted from the list': (editor) =>
    editor.transact(deleteRegion(editor.getState().document.regions.at(-1)?.id ?? '')),
  hidden: change((document) => setRegionHidden(document, document.regions[0]?.id ?? '', true)),
  'shown again': change((document) => setRegionHidden(document, document.regions[0]?.id ?? '', false)),
  inverted: (editor) => editor.applyOperation('invert'),
  cleared: (editor) => editor.applyOperation('clear'),
  swapped: change(swapCanvas),
  'of a ratio': change((document) => canvasOfRatio(document, { width: 16, height: 9 })),
  filled: change(fillImage),
  'of its own size': change(originalSizeImage),
  narrower: change((document) => setCanvas(document, { ...document.canvas, width: 500 })),
  fitted: change(fitImage),
  'another photograph': (editor) => editor.images.openImage(new File(['photo'], 'chelsea.png')),
} satisfies Record<string, Step>;

function p(x: number, y: number) {
  return { x, y };
}

test('undo and redo lead back to the very start and forth again, through exactly the same requests', async () => {
  const editor = createTestEditor({
    pixels: {
      similarRings: async () => [box(20, 20, 90, 70)],
      maskParts: () => Promise.reject(new Error('not asked')),
      describeMask: () => Promise.reject(new Error('not asked')),
      close: () => undefined,
    },
  });
  await openPhotograph(editor);
  editor.transact(startHistory, 'atOnce');
  const request = () =>
    JSON.stringify(requestPreview(editor.getState().document, editor.getState().settings, {}));
  const walked = [{ step: 'start', request: request() }];
  for (const [step, act] of Object.entries(steps)) {
    await act(editor);
    await vi.waitFor(() => expect(request(), step).not.toBe(walked.at(-1)?.request));
    walked.push({ step, request: request() });
  }
  const { past, future } = editor.getState().history;
  expect([past.length, future.length]).toEqual([Object.keys(steps).length, 0]);

  for (const earlier of walked.slice(0, -1).toReversed()) {
    editor.undo();
    expect({ ...earlier, request: request() }).toEqual(earlier);
  }
  expect(editor.getState().history.past).toEqual([]);
  for (const later of walked.slice(1)) {
    editor.redo();
    expect({ ...later, request: request() }).toEqual(later);
  }
  expect(editor.getState().history.future).toEqual([]);
});
