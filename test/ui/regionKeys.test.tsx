import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addRegions } from '../../src/model/document/regions.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { ClipboardInput } from '../../src/ui/keyboard/ClipboardInput.tsx';
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
      <ClipboardInput />
      <button type="button">Before</button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as the stage is. */}
      <div role="application" aria-label="Canvas" tabIndex={0} />
      <button type="button">After</button>
      <textarea aria-label="Prompt" />
      <NumberField label="Width" mark="W" value={8} min={0} max={9} onCommit={() => undefined} />
      <p>A sentence</p>
    </>
  );
}

const square = (x: number) => [
  { x, y: 10 },
  { x: x + 50, y: 10 },
  { x: x + 50, y: 60 },
  { x, y: 60 },
];

beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact(onDocument((document) => addRegions(document, [[square(10)], [square(110)]])));
  editor.pickTool('select');
  renderWithEditor(editor, <Page />);
});

const ids = () => editor.getState().document.regions.map(({ id }) => id);
const selectedIds = () => editor.getState().selection.regionIds;
const select = (...regionIds: string[]) =>
  editor.transact((state) => ({ ...state, selection: { regionIds, vertices: [] } }));
const stage = () => screen.getByRole('application', { name: 'Canvas' });
const focused = () => document.activeElement?.textContent || document.activeElement?.ariaLabel;

describe('Tab on the stage', () => {
  test('goes through the regions and then on in the page, both ways', async () => {
    const tour = [];
    stage().focus();
    for (const keys of ['{Tab}', '{Tab}', '{Tab}', '{Shift>}{Tab}{/Shift}', '{Shift>}{Tab}{/Shift}']) {
      await userEvent.keyboard(keys);
      tour.push([focused(), ...selectedIds()]);
    }
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    tour.push([focused(), ...selectedIds()]);
    expect(tour).toEqual([
      ['Canvas', 'region-1'],
      ['Canvas', 'region-2'],
      ['After', 'region-2'],
      ['Canvas', 'region-2'],
      ['Canvas', 'region-1'],
      ['Before', 'region-1'],
    ]);
  });

  test('goes straight on with another tool, without regions, and from anywhere else', async () => {
    const after = [];
    editor.pickTool('pan');
    stage().focus();
    await userEvent.keyboard('{Tab}');
    after.push(focused());
    editor.pickTool('select');
    screen.getByRole('button', { name: 'Before' }).focus();
    await userEvent.keyboard('{Tab}');
    after.push(focused());
    editor.undo();
    await userEvent.keyboard('{Tab}');
    after.push(focused());
    expect({ after, selected: selectedIds() }).toEqual({ after: ['After', 'Canvas', 'After'], selected: [] });
  });
});

describe('keys', () => {
  test('Ctrl or Cmd with A selects all regions, and with D duplicates what is selected', async () => {
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(selectedIds()).toEqual(['region-1', 'region-2']);
    select('region-2');
    await userEvent.keyboard('{Meta>}d{/Meta}');
    expect([ids(), selectedIds()]).toEqual([['region-1', 'region-2', 'region-3'], ['region-3']]);
  });

  test('Ctrl with A in a field marks its text', async () => {
    await userEvent.click(screen.getByRole('spinbutton', { name: 'Width' }));
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(selectedIds()).toEqual([]);
  });
});

describe('the clipboard', () => {
  /** What the browser tells the page, and what the page then has put on the clipboard. */
  function fire(type: 'copy' | 'cut' | 'paste', target: Element, clipboard = new DataTransfer()) {
    const event = new ClipboardEvent(type, { clipboardData: clipboard, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return { clipboard, isTaken: event.defaultPrevented };
  }

  test('takes regions out and puts them in again', () => {
    select('region-1');
    const { clipboard, isTaken } = fire('cut', document.body);
    expect([isTaken, ids()]).toEqual([true, ['region-2']]);
    expect(fire('paste', stage(), clipboard).isTaken).toBe(true);
    expect([ids(), selectedIds()]).toEqual([['region-2', 'region-3'], ['region-3']]);
    const copied = fire('copy', stage());
    expect(JSON.parse(copied.clipboard.getData('text/plain')).areas).toHaveLength(1);
  });

  test('is the field’s while a field has the focus, and the browser’s for marked text', () => {
    select('region-1');
    const field = screen.getByRole('textbox', { name: 'Prompt' });
    const regions = fire('copy', document.body).clipboard;
    const taken = [fire('copy', field), fire('cut', field), fire('paste', field, regions)];
    window.getSelection()?.selectAllChildren(screen.getByText('A sentence'));
    taken.push(fire('copy', document.body), fire('cut', document.body));
    window.getSelection()?.removeAllRanges();
    expect(taken.map(({ isTaken }) => isTaken)).toEqual([false, false, false, false, false]);
    expect(ids()).toEqual(['region-1', 'region-2']);
  });

  test('with nothing selected, with prose, or with a file is left alone', () => {
    const prose = new DataTransfer();
    prose.setData('text/plain', 'hello');
    const file = new DataTransfer();
    file.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    file.setData('text/plain', '[]');
    const taken = [
      fire('copy', document.body),
      fire('paste', document.body, prose),
      fire('paste', document.body, file),
    ];
    expect(taken.map(({ isTaken }) => isTaken)).toEqual([false, false, false]);
    expect([ids(), editor.getState().notice]).toEqual([['region-1', 'region-2'], null]);
  });
});
