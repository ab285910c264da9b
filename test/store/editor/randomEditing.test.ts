/**
 * Anything in any order, with workers that answer late, in any order, or not at all. Two oracles, both simpler than the
 * store: a list of documents that is stepped along by what subscribers are told, and an editor whose workers answer at once.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../../src/model/document/document.ts';
import { addRegion, removeRegions } from '../../../src/model/document/regions.ts';
import type { Editor } from '../../../src/store/createEditor.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  pasteText,
} from '../../../src/store/editor/clipboard.ts';
import { type EditorState, isInGesture } from '../../../src/store/editor/editorState.ts';
import { startHistory } from '../../../src/store/editor/history.ts';
import {
  addRegions,
  deleteSelected,
  hideSelected,
  onDocument,
  selectAllRegions,
  selectOnly,
} from '../../../src/store/editor/regionChanges.ts';
import { showResult } from '../../../src/store/editor/shownResult.ts';
import { holdTool, releaseTool } from '../../../src/store/editor/toolEvents.ts';
import { closeMaskPanel, openOperation, tryOperation } from '../../../src/store/editor/trial.ts';
import { noModifiers } from '../../../src/tools/tool.ts';
import type { LateCall } from '../../helpers/lateAnswers.ts';
import { openLateEditor } from '../../helpers/lateEditor.ts';
import { propertyRuns } from '../../helpers/propertyRuns.ts';
import { stagePointer } from '../../helpers/stagePointer.ts';
import { box } from '../../model/geometry/rings/ringFixtures.ts';

/** Something that a person does; `x` and `y` say where or how much, from 0 to 300. */
type Act = (editor: Editor, x: number, y: number) => void;

const spread = (document: Document): Document =>
  document.regions.length > 8 ? removeRegions(document, ['region-1', 'region-2']) : document;

/** Of more than a hundred points, so that a worker works it out. */
function drawLasso(editor: Editor, x: number, y: number, isTakingAway: boolean): void {
  editor.pickTool('lasso');
  const held = { alt: isTakingAway };
  const trail = Array.from({ length: 120 }, (_, step) => {
    const angle = (step / 120) * 2 * Math.PI;
    return { x: x + 60 + 50 * Math.cos(angle), y: y + 60 + (40 + (step % 5)) * Math.sin(angle) };
  });
  const mouse = stagePointer(editor);
  mouse.press(x + 110, y + 60, held);
  mouse.moveAlong(trail, held);
  mouse.release(x + 110, y + 58, held);
}

/** What comes to the same however late a worker is. */
const orderedActs = {
  lasso: (editor, x, y) => drawLasso(editor, x, y, false),
  lassoAway: (editor, x, y) => drawLasso(editor, x, y, true),
  rectangle(editor, x, y) {
    editor.pickTool('rectangle');
    stagePointer(editor).drag([x, y], [x + 40, y + 30]);
  },
  click: (editor, x, y) => stagePointer(editor).click(x, y),
  polygon: (editor) => editor.pickTool('polygon'),
  select: (editor) => editor.pickTool('select'),
  drag: (editor, x, y) => stagePointer(editor).drag([x, y], [y, x]),
  arrow: (editor) => void editor.dispatch({ type: 'key', key: 'ArrowRight', modifiers: noModifiers }),
  tab: (editor) => void editor.dispatch({ type: 'key', key: 'Tab', modifiers: noModifiers }),
  enter: (editor) => void editor.dispatch({ type: 'confirm' }),
  escape: (editor) => void editor.dispatch({ type: 'cancel' }),
  delete: (editor) => void editor.dispatch({ type: 'delete' }),
  undo: (editor) => editor.undo(),
  redo: (editor) => editor.redo(),
  addBox: (editor, x, y) => editor.transact(onDocument((each) => addRegion(each, [box(x, y, 30, 20)]))),
  import: (editor, x, y) =>
    editor.transact((state) => addRegions([[box(x, y, 9, 9)]], state.document.image?.id)(state)),
  removeSome: (editor) =>
    editor.transact((state) => selectOnly([])({ ...state, document: spread(state.document) })),
  deleteSelected: (editor) => editor.transact(deleteSelected),
  hideSelected: (editor) => editor.transact(hideSelected),
  duplicate: (editor) => editor.transact(duplicateSelection),
  selectAll: (editor) => editor.transact(selectAllRegions),
  unite: (editor) => editor.applyOperation('unite'),
  invert: (editor) => editor.applyOperation('invert'),
  split: (editor) => editor.applyOperation('split'),
  intersect: (editor) => editor.applyOperation('intersect', 'nothingInCommon'),
  settle: (editor) => editor.settle(() => undefined),
} as const satisfies Record<string, Act>;

/** What depends on what is on the screen in that moment. */
const momentaryActs = {
  press: (editor, x, y) => stagePointer(editor).press(x, y),
  release: (editor, x, y) => stagePointer(editor).release(x, y),
  lose: (editor) => void editor.dispatch({ type: 'lose' }),
  leave: (editor) => void editor.dispatch({ type: 'leave' }),
  alt: (editor) => void editor.dispatch({ type: 'modifiers', modifiers: { ...noModifiers, alt: true } }),
  zoom: (editor, x, y) =>
    void editor.dispatch({ type: 'zoomView', at: { x, y }, factor: x > 150 ? 1.5 : 1 / 1.5 }),
  panView: (editor, x, y) => void editor.dispatch({ type: 'panView', offset: { x: x - 150, y: y - 150 } }),
  wheel: (editor) => void editor.dispatch({ type: 'wheelStep', step: 1 }),
  menu: (editor, x, y) => void editor.dispatch({ type: 'menu', at: { x, y }, by: 'pointer' }),
  longPress: (editor, x, y) => void editor.dispatch({ type: 'menu', at: { x, y }, by: 'longPress' }),
  holdPan: (editor) => editor.transact(holdTool('pan'), 'atOnce'),
  releasePan: (editor) => editor.transact(releaseTool, 'atOnce'),
  look: (editor) =>
    editor.transact((state) => showResult({ generationId: 'g', index: 0, document: state.document })(state)),
  tryGrowing: (editor, x) => editor.transact(openOperation('grow', x / 20)),
  tryMore: (editor, x) => editor.transact(tryOperation('grow', x / 10)),
  apply: (editor) => editor.applyTrial(),
  closePanel: (editor) => editor.transact(closeMaskPanel),
  options: (editor, x) => editor.changeOptions({ combineMode: x > 150 ? 'add' : 'new' }, true),
  copyAndPaste: (editor) => void pasteText(editor, copySelection(editor) ?? ''),
  cut: (editor) => void cutSelection(editor),
  finishWork: (editor) => editor.finishWork(),
} as const satisfies Record<string, Act>;

type Step = { readonly act: string; readonly x: number; readonly y: number };

function stepsOf(acts: Readonly<Record<string, Act>>, more: readonly string[] = []) {
  const place = fc.integer({ min: 0, max: 300 });
  const act = fc.constantFrom(...Object.keys(acts), ...more);
  return fc.array(fc.record({ act, x: place, y: place }), { minLength: 5, maxLength: 25, size: 'max' });
}

const everything: Readonly<Record<string, Act>> = { ...orderedActs, ...momentaryActs };
const workerActs = ['answer', 'answer', 'fail'];

/** Workers answer whatever they are still asked; then Escape leads back from a result, and out of an open gesture. */
async function settle(editor: Editor, pending: LateCall[]): Promise<void> {
  editor.dispatch({ type: 'lose' });
  editor.transact(releaseTool, 'atOnce');
  await answerAll(pending);
  for (const _ of ['result', 'gesture']) editor.dispatch({ type: 'cancel' });
  await answerAll(pending);
  expect([editor.isWorking(), isInGesture(editor.getState())]).toEqual([false, false]);
}

async function answerAll(pending: LateCall[]): Promise<void> {
  for (let call = pending.shift(); call !== undefined; call = pending.shift()) await call.answer();
}

async function openEditor() {
  const { editor, calls } = await openLateEditor();
  editor.transact(startHistory);
  return { editor, pending: calls };
}

/** Follows what is told with two lists of documents, and says what does not fit. */
function watch(editor: Editor): string[] {
  const faults: string[] = [];
  const past: Document[] = [];
  const future: Document[] = [];
  editor.subscribe((now, before) => {
    faults.push(...danglingOf(now));
    if (now.document === before.document) return;
    if (now.history.future.length > before.history.future.length) {
      if (past.pop() !== now.document) faults.push('undo led to another document');
      future.push(before.document);
    } else if (now.history.past.length > before.history.past.length && future.at(-1) === now.document) {
      future.pop();
      past.push(before.document);
    } else {
      future.length = 0;
      past.push(before.document);
    }
    const { history } = now;
    if (history.past.length !== past.length || history.future.length !== future.length)
      faults.push('a change was not one step');
  });
  return faults;
}

function danglingOf({ document, selection }: EditorState): readonly string[] {
  const known = new Set(document.regions.map(({ id }) => id));
  return [...selection.regionIds, ...selection.vertices.map(({ regionId }) => regionId)]
    .filter((id) => !known.has(id))
    .map((id) => `${id} is selected and not there`);
}

/** Every document from that one on to where `step` leads no further. */
function documentsAlong(editor: Editor, step: () => void, side: 'past' | 'future'): readonly Document[] {
  const documents = [editor.getState().document];
  while (editor.getState().history[side].length > 0) {
    step();
    documents.push(editor.getState().document);
  }
  return documents;
}

test('whatever is done while workers are late, every step can be undone and redone, and nothing is selected that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(everything, workerActs), async (steps) => {
      const { editor, pending } = await openEditor();
      const first = editor.getState().document;
      const faults = watch(editor);
      for (const step of steps) await take(step, editor, pending);
      await settle(editor, pending);

      documentsAlong(editor, editor.redo, 'future');
      const back = documentsAlong(editor, editor.undo, 'past');
      const forth = documentsAlong(editor, editor.redo, 'future');
      expect(faults).toEqual([]);
      expect(back.at(-1)).toBe(first);
      expect(forth).toEqual(back.toReversed());
    }),
    { numRuns: propertyRuns(25) },
  );
});

async function take({ act, x, y }: Step, editor: Editor, pending: LateCall[]): Promise<void> {
  if (act === 'answer' || act === 'fail') {
    const [call] = pending.splice(x % Math.max(1, pending.length), 1);
    await call?.[act]();
  } else everything[act]?.(editor, x, y);
}

test('what is done in turn comes to the same, however late workers answer', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(orderedActs, workerActs), async (steps) => {
      const [late, prompt] = [await openEditor(), await openEditor()];
      for (const step of steps) {
        await take(step, late.editor, late.pending);
        if (!workerActs.includes(step.act)) await take(step, prompt.editor, prompt.pending);
        prompt.editor.finishWork();
      }
      await settle(late.editor, late.pending);
      await settle(prompt.editor, prompt.pending);
      expect(outcomeOf(late.editor)).toEqual(outcomeOf(prompt.editor));
    }),
    { numRuns: propertyRuns(25) },
  );
});

function outcomeOf(editor: Editor) {
  const { document, selection, tool, history } = editor.getState();
  return { document, selection, tool: tool.id, steps: history.past.length, undone: history.future.length };
}
