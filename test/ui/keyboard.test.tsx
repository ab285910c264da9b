import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setCanvas } from '../../src/model/document/canvas.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { fitFrame, resizeStage } from '../../src/store/editor/viewChanges.ts';
import { emptySelection } from '../../src/tools/selection.ts';

import { allCommands } from '../../src/ui/keyboard/commands.ts';
import { useKeyboard } from '../../src/ui/keyboard/useKeyboard.ts';
import { NumberField } from '../../src/ui/kit/NumberField.tsx';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

let editor: Editor;

function Page() {
  useKeyboard();
  return (
    <>
      <textarea aria-label="Prompt" />
      <button type="button">Button</button>
      <NumberField label="Width" mark="W" value={8} min={0} max={9} onCommit={() => undefined} />
    </>
  );
}

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact(resizeStage({ width: 800, height: 600 }), 'atOnce');
  renderWithEditor(editor, <Page />);
});

const canvasWidth = () => editor.getState().document.canvas.width;
const state = () => editor.getState();
const widen = () =>
  editor.transact(onDocument((document) => setCanvas(document, { width: 2000, height: 427 })));
const square = [
  { x: 10, y: 10 },
  { x: 10, y: 60 },
  { x: 60, y: 60 },
  { x: 60, y: 10 },
];

describe('keys', () => {
  test('undo and redo, in both ways of writing redo', async () => {
    widen();
    const widths = [];
    for (const keys of ['{Control>}z', '{Control>}{Shift>}Z{/Shift}', '{Meta>}z', '{Control>}y']) {
      await userEvent.keyboard(`${keys}{/Control}{/Meta}`);
      widths.push(canvasWidth());
    }
    expect(widths).toEqual([1024, 2000, 1024, 2000]);
  });

  test.each([
    ['v', 'move'],
    ['a', 'select'],
    ['p', 'polygon'],
    ['r', 'rectangle'],
    ['h', 'pan'],
  ])('%s picks the tool %s', async (key, id) => {
    editor.pickTool(id === 'pan' ? 'move' : 'pan');
    await userEvent.keyboard(key);
    expect(state().tool.id).toBe(id);
  });

  test('zoom in, out, to 100 % and to fit', async () => {
    editor.transact(fitFrame, 'atOnce');
    const fitted = state().view.zoom;
    const zooms = [];
    for (const key of ['1', '+', '-', '=', '0', '{Control>}0{/Control}', '{Shift>}!{/Shift}']) {
      await userEvent.keyboard(key);
      zooms.push(state().view.zoom);
    }
    expect(zooms).toEqual([1, 1.25, 1, 1.25, fitted, 1, fitted]);
  });

  test('M shows the mask and hides it again', async () => {
    await userEvent.keyboard('m');
    const isShown = state().isMaskShown;
    await userEvent.keyboard('m');
    expect([isShown, state().isMaskShown]).toEqual([true, false]);
  });

  test('Delete removes what is selected', async () => {
    editor.transact(onDocument((document) => addRegion(document, [square])));
    editor.pickTool('select');
    editor.transact((state) => ({ ...state, selection: { regionIds: ['region-1'], vertices: [] } }));
    await userEvent.keyboard('{Delete}');
    expect(editor.getState().document.regions).toEqual([]);
  });

  test('arrows reach the tool with Shift', async () => {
    const { x } = editor.getState().document.placement;
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    expect(editor.getState().document.placement.x).toBe(x + 11);
  });

  test('Escape leaves a shown result, and only then deselects', async () => {
    editor.transact(onDocument((document) => addRegion(document, [square])));
    editor.pickTool('select');
    const selection = { regionIds: ['region-1'], vertices: [] };
    editor.transact((state) => ({
      ...state,
      shownResult: { generationId: 'g', index: 0, document: state.document },
      selection,
    }));
    await userEvent.keyboard('{Escape}');
    expect({ shown: state().shownResult, selection: state().selection }).toEqual({ shown: null, selection });
    await userEvent.keyboard('{Escape}');
    expect(state().selection).toEqual(emptySelection);
  });

  test('Space holds the hand until it comes up', async () => {
    const user = userEvent.setup();
    await user.keyboard('[Space>]');
    const held = state().heldTool?.id;
    await user.keyboard('[/Space]');
    expect([held, state().heldTool]).toEqual(['pan', null]);
  });

  test('Space is let go when the window loses the keyboard', async () => {
    await userEvent.keyboard('[Space>]');
    window.dispatchEvent(new Event('blur'));
    expect(state().heldTool).toBeNull();
  });

  test('with Ctrl or Alt that no command uses stay the browser’s', async () => {
    let isPrevented = false;
    window.addEventListener('keydown', (event) => (isPrevented ||= event.defaultPrevented));
    await userEvent.keyboard('{Control>}pr{/Control}{Alt>}{ArrowLeft}{/Alt}{F5}{Tab}');
    expect({ isPrevented, tool: state().tool.id }).toEqual({ isPrevented: false, tool: 'move' });
  });
});

describe('while typing', () => {
  test('letters, digits, Space and undo stay in the field', async () => {
    widen();
    const before = { tool: state().tool.id, zoom: state().view.zoom };
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Prompt' }),
      'pm 0{Control>}z{/Control}{ArrowLeft}',
    );
    const { isMaskShown, heldTool, tool, view } = state();
    expect({ isMaskShown, heldTool, tool: tool.id, zoom: view.zoom, width: canvasWidth() }).toEqual({
      isMaskShown: false,
      heldTool: null,
      ...before,
      width: 2000,
    });
  });

  test('Escape leaves the field and does nothing else', async () => {
    editor.transact((state) => ({
      ...state,
      shownResult: { generationId: 'g', index: 0, document: state.document },
    }));
    const prompt = screen.getByRole('textbox', { name: 'Prompt' });
    await userEvent.type(prompt, 'x{Escape}');
    expect({ focused: document.activeElement, shown: state().shownResult }).toEqual({
      focused: document.body,
      shown: { generationId: 'g', index: 0, document: state().document },
    });
  });

  test('a number field without unfinished typing leaves undo to the document', async () => {
    widen();
    const width = screen.getByRole('spinbutton', { name: 'Width' });
    await userEvent.type(width, '5{Control>}z{/Control}');
    const whileTyping = canvasWidth();
    await userEvent.type(width, '{Enter}{Control>}z{/Control}');
    expect([whileTyping, canvasWidth()]).toEqual([2000, 1024]);
  });

  test('Space and Enter press a focused button and nothing else', async () => {
    screen.getByRole('button', { name: 'Button' }).focus();
    await userEvent.keyboard('[Space>]');
    expect(state().heldTool).toBeNull();
  });
});

test('no two commands share a key', () => {
  const keys = allCommands.flatMap((command) => command.keys);
  expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([]);
});
