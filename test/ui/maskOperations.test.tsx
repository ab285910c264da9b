import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import { rasteriseRings } from '../../src/model/geometry/rings/rasteriseRings.ts';
import type { Ring } from '../../src/model/geometry/rings/ring.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { triedDocument } from '../../src/store/editor/editorState.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { MaskDialogs } from '../../src/ui/lazyParts.tsx';
import { RegionsSection } from '../../src/ui/regions/RegionsSection.tsx';
import { StageMenuArea } from '../../src/ui/stageMenu/StageMenuArea.tsx';
import { stagePointer } from '../helpers/stagePointer.ts';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { noticeOf } from '../helpers/toldWords.ts';
import { renderWithEditor } from './renderWithEditor.tsx';
import { savedFiles } from './savedFiles.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let editor: Editor;

/** Two overlapping squares on a photograph of 640 × 427. */
beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
  editor.transact(onDocument((document) => addRegion(document, [square(100, 100, 80)])));
  editor.transact(onDocument((document) => addRegion(document, [square(140, 140, 80)])));
});

const current = () => editor.getState().document;
const rings = () => current().regions.map((region) => region.rings);
/** Of the pixels in any of the regions. */
const maskedCount = () => {
  const image = { width: 640, height: 427 };
  const masks = rings().map((each) => rasteriseRings(each, image));
  return Array.from({ length: image.width * image.height }, (_, index) => index).filter((index) =>
    masks.some((mask) => (mask[index] ?? 0) > 0),
  ).length;
};
const steps = () => editor.getState().history.past.length;
const button = (name: string) => screen.getByRole('button', { name });
const isPossible = (name: string) => button(name).getAttribute('aria-disabled') === 'false';

function select(...regionIds: string[]) {
  editor.transact((state) => ({ ...state, selection: { regionIds, vertices: [] } }));
}

async function violations() {
  const { violations: found } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** With the operations, whose code comes with the photograph. */
async function renderRegions() {
  renderWithEditor(editor, <RegionsSection />);
  await screen.findByRole('button', { name: 'Union' });
}

describe('an operation', () => {
  beforeEach(renderRegions);

  test('on nothing selected acts on all regions, as one undo step', async () => {
    const before = steps();
    await userEvent.click(button('Union'));
    expect({
      count: current().regions.length,
      vertices: rings()[0]?.[0]?.length,
      steps: steps() - before,
    }).toEqual({ count: 1, vertices: 8, steps: 1 });
  });

  test.each([
    ['Union', 2 * 80 * 80 - 40 * 40, 1],
    ['Subtract selection', 80 * 80 - 40 * 40, 1],
    ['Intersect selection', 40 * 40, 1],
    ['Convert to one', 2 * 80 * 80 - 40 * 40, 1],
    ['Invert mask', 640 * 427 - (2 * 80 * 80 - 40 * 40), 1],
  ])('%s leaves %i px in %i region, and is one step back', async (name, count, regions) => {
    const before = rings();
    await userEvent.click(button(name));
    expect([maskedCount(), rings().length]).toEqual([count, regions]);
    act(() => editor.undo());
    expect(rings()).toEqual(before);
  });

  test('on a selection leaves the others alone', async () => {
    editor.transact(onDocument((document) => addRegion(document, [square(400, 100, 50)])));
    select('region-1', 'region-2');
    await userEvent.click(button('Subtract selection'));
    expect(current().regions.map(({ id }) => id)).toEqual(['region-1', 'region-3']);
    expect(editor.getState().selection).toEqual({ regionIds: ['region-1'], vertices: [] });
  });

  test('that combines does nothing where only one region is selected', async () => {
    const before = current();
    const combining = ['Union', 'Subtract selection', 'Intersect selection'];
    select('region-2');
    await waitFor(() => expect(combining.filter(isPossible)).toEqual([]));
    button('Intersect selection').click();
    expect(current()).toBe(before);
  });

  test.each([
    ['Intersect selection', square(400, 100, 50), 'these regions have nothing in common.'],
    ['Subtract selection', square(90, 90, 100), 'the upper regions cover all of the lowest.'],
  ])('%s that would leave nothing says so and changes nothing', async (name, ring, reason) => {
    editor.transact(onDocument((document) => addRegion(document, [ring])));
    const before = current();
    select('region-1', 'region-3');
    await userEvent.click(button(name));
    expect(current()).toBe(before);
    expect(editor.getState().selection.regionIds).toEqual(['region-1', 'region-3']);
    expect(noticeOf(editor)).toEqual({
      tone: 'info',
      message: `Nothing was changed: ${reason}`,
    });
  });

  test('that is impossible says why and does nothing', async () => {
    const before = current();
    const possible = ['Union', 'Invert mask', 'Fill holes', 'Split', 'Convert to one', 'Border'].filter(
      isPossible,
    );
    button('Fill holes').click();
    expect({ possible, document: current() === before }).toEqual({
      possible: ['Union', 'Invert mask', 'Convert to one', 'Border'],
      document: true,
    });
    expect(button('Fill holes').closest<HTMLElement>('[data-tip]')?.dataset.tip).toBe(
      'Fill holes: there is no hole',
    );
  });

  test('inverts, splits, fills and clears', async () => {
    const counts: number[] = [];
    for (const name of ['Convert to one', 'Invert mask', 'Fill holes', 'Clear mask']) {
      await userEvent.click(button(name));
      counts.push(rings().flat().length);
    }
    expect(counts).toEqual([1, 2, 1, 0]);
  });

  test('waits until a shape that is being drawn is finished', async () => {
    const before = current();
    editor.transact((state) => ({ ...state, tool: { id: 'polygon', session: { phase: 'drawing' } } }));
    await userEvent.click(button('Union'));
    expect(current()).toBe(before);
    expect(noticeOf(editor)?.message).toMatch(/^Finish the shape first/);
  });

  test('selects all visible regions', async () => {
    editor.transact(onDocument((document) => addRegion(document, [square(400, 100, 50)])));
    await userEvent.click(button('Hide Region 2'));
    await userEvent.click(button('Select all'));
    expect(editor.getState().selection.regionIds).toEqual(['region-1', 'region-3']);
  });
});

describe('an amount', () => {
  beforeEach(async () => {
    select('region-1');
    await renderRegions();
  });

  const open = async (name: string) => {
    await userEvent.click(button(name));
    return screen.findByRole('form', { name });
  };
  const widthOf = (document: Document | null) => {
    const xs = document?.regions[0]?.rings[0]?.map(({ x }) => x) ?? [];
    return Math.max(...xs) - Math.min(...xs);
  };

  test('is tried out without touching the document, and applied as one step by Enter', async () => {
    const before = { document: current(), steps: steps() };
    await open('Grow');
    fireEvent.change(screen.getByRole('slider', { name: 'Amount' }), { target: { value: '30' } });
    await waitFor(() => expect(widthOf(triedDocument(editor.getState()))).toBe(140));
    expect(current()).toBe(before.document);
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Amount' }), '{Enter}');
    expect({ width: widthOf(current()), steps: steps() - before.steps, ...shown() }).toEqual({
      width: 140,
      steps: 1,
      trial: null,
      maskPanel: null,
    });
  });

  test('is dropped by Escape, wherever the focus is', async () => {
    const before = current();
    await open('Shrink');
    await waitFor(() => expect(widthOf(triedDocument(editor.getState()))).toBe(64));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(shown()).toEqual({ trial: null, maskPanel: null }));
    expect(current()).toBe(before);
  });

  test('that adds a region selects it', async () => {
    await open('Border');
    await userEvent.click(button('Apply'));
    expect(editor.getState().selection.regionIds).toEqual(['region-3']);
  });

  test('of simplifying says what it costs', async () => {
    const bent = square(400, 100, 50).toSpliced(1, 0, { x: 425, y: 101 });
    editor.transact(onDocument((document) => addRegion(document, [bent])));
    select('region-3');
    await open('Simplify');
    expect(screen.getByText('5 → 4 vertices, moved by up to 1 px')).toBeTruthy();
    expect(isPossible('Apply')).toBe(true);
  });

  test('that would change nothing cannot be applied, and says so', async () => {
    const before = { document: current(), steps: steps() };
    const panel = await open('Simplify');
    expect({ isPossible: isPossible('Apply'), description: button('Apply').ariaDescribedByElements }).toEqual(
      {
        isPossible: false,
        description: [within(panel).getByText('Nothing would change at this amount.')],
      },
    );
    await userEvent.click(button('Apply'));
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Amount' }), '{Enter}');
    expect(screen.getByRole('form', { name: 'Simplify' })).toBe(panel);
    expect({ document: current(), steps: steps() }).toEqual(before);
  });

  test('closes when the stage has applied it', async () => {
    await open('Smooth');
    act(() => stagePointer(editor).press(600, 400));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(shown()).toEqual({ trial: null, maskPanel: null });
  });

  function shown() {
    const { trial, maskPanel } = editor.getState();
    return { trial, maskPanel };
  }
});

describe('a region', () => {
  beforeEach(renderRegions);
  const names = () => current().regions.map(({ name }) => name);

  test('is renamed where it is double-clicked', async () => {
    await userEvent.dblClick(screen.getByText('Region 1'));
    await userEvent.keyboard('Sky{Enter}');
    expect(names()).toEqual(['Sky', 'Region 2']);
  });

  test('keeps its name after Escape', async () => {
    await userEvent.dblClick(screen.getByText('Region 1'));
    await userEvent.keyboard('Sky{Escape}');
    expect(names()).toEqual(['Region 1', 'Region 2']);
  });
});

describe('importing', () => {
  const areas = '[{"width": 640, "height": 427, "points": [10,10, 10,60, 60,60, 60,10]}]';

  async function openDialog() {
    renderWithEditor(editor, <MaskDialogs />);
    editor.transact((state) => ({ ...state, maskPanel: 'import' }));
    return screen.findByRole('dialog', { name: 'Import mask' });
  }

  test('makes regions of pasted areas and selects them', async () => {
    await openDialog();
    fireEvent.change(screen.getByRole('textbox', { name: 'Areas JSON' }), { target: { value: areas } });
    await userEvent.click(button('Import'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(rings()[2]).toEqual([square(10, 10, 50)]);
    expect(editor.getState().selection.regionIds).toEqual(['region-3']);
  });

  test('shows on the stage beforehand what it would add, and takes it back when it is given up', async () => {
    const before = current();
    const dialog = await openDialog();
    fireEvent.change(screen.getByRole('textbox', { name: 'Areas JSON' }), { target: { value: areas } });
    expect(await screen.findByText('Adds 1 region with 4 vertices.')).toBeTruthy();
    const shown = () => triedDocument(editor.getState()).regions[2]?.rings;
    await waitFor(() => expect(shown()).toEqual([square(10, 10, 50)]));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(editor.getState().trial).toBeNull());
    expect(current()).toBe(before);
  });

  test('tells how many vertices of another program’s polygons it rounds', async () => {
    await openDialog();
    const points = [
      [10.5, 10],
      [60, 10.25],
      [60, 60],
      [10, 60],
    ];
    const value = JSON.stringify({
      shapes: [
        { points, shape_type: 'polygon' },
        { points: [[1, 1]], shape_type: 'point' },
      ],
    });
    fireEvent.change(screen.getByRole('textbox', { name: 'Areas JSON' }), { target: { value } });
    const note = 'Rounded to whole px: 2 vertices. Left out, being no polygons: 1 shape.';
    expect(await screen.findByText(`Adds 1 region with 4 vertices. ${note}`)).toBeTruthy();
  });

  test('takes a file that is dropped on it, and the page behind does not', async () => {
    const dropped = vi.fn();
    window.addEventListener('drop', dropped);
    const dialog = await openDialog();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([areas], 'areas.json', { type: 'application/json' }));
    dialog.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    expect(await screen.findByDisplayValue(areas)).toBeTruthy();
    window.removeEventListener('drop', dropped);
    expect(dropped).not.toHaveBeenCalled();
  });

  test('of malformed text says so in a sentence and changes nothing', async () => {
    const before = current();
    await openDialog();
    fireEvent.change(screen.getByRole('textbox', { name: 'Areas JSON' }), { target: { value: '[{' } });
    await userEvent.click(button('Import'));
    expect(await within(screen.getByRole('alert')).findByText(/^Nothing was added: .*\.$/)).toBeTruthy();
    expect(current()).toBe(before);
  });

  test('keeps the keys that miss its controls from the canvas', async () => {
    const pressed = vi.fn();
    window.addEventListener('keydown', pressed);
    await openDialog();
    fireEvent.keyDown(document.body, { key: 'Delete' });
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Areas JSON' }), { key: 'v' });
    window.removeEventListener('keydown', pressed);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('is accessible', async () => {
    await openDialog();
    expect(await violations()).toEqual([]);
  });
});

describe('exporting', () => {
  test.each([
    ['SVG', 'rocket-mask.svg', /^<svg .*width="640" height="427"/],
    ['areas JSON', 'rocket-areas.json', /^\[\s*\{\s*"width": 640/],
    ['PNG', 'rocket-mask.png', /^mask$/],
  ])('saves %s', async (form, name, text) => {
    const saved = savedFiles();
    renderWithEditor(editor, <MaskDialogs />);
    editor.transact((state) => ({ ...state, maskPanel: 'export' }));
    await userEvent.click(await screen.findByRole('button', { name: `Download ${form}` }));
    expect(await saved()).toEqual([{ name, text: expect.stringMatching(text) }]);
  });
});

describe('the menu of the stage', () => {
  const openMenu = async () => {
    renderWithEditor(
      editor,
      <StageMenuArea>
        <p>photograph</p>
      </StageMenuArea>,
    );
    act(() => void editor.dispatch({ type: 'menu', at: { x: 20, y: 20 }, by: 'key' }));
    return screen.findByRole('menu', { name: 'Mask' });
  };
  const items = () => screen.getAllByRole('menuitem').map((item) => item.firstChild?.textContent);

  test('offers what is possible', async () => {
    await openMenu();
    const withoutSelection = items();
    cleanup();
    select('region-1');
    await openMenu();
    expect([withoutSelection, items()]).toEqual([
      [
        'Paste',
        ...['Grow…', 'Shrink…', 'Smooth…', 'Simplify…'],
        ...['Union', 'Subtract selection', 'Intersect selection', 'Invert mask', 'Select all'],
      ],
      expect.arrayContaining(['Cut', 'Copy', 'Duplicate', 'Hide', 'Delete']),
    ]);
  });

  test('is gone through by arrows, and Enter chooses', async () => {
    select('region-1');
    const menu = await openMenu();
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(within(menu).getByRole('menuitem', { name: /^Copy/ })).toBe(document.activeElement);
    within(menu)
      .getByRole('menuitem', { name: /^Delete/ })
      .focus();
    await userEvent.keyboard('{Enter}');
    expect(current().regions.map(({ id }) => id)).toEqual(['region-2']);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  test('is accessible', async () => {
    await openMenu();
    expect(await violations()).toEqual([]);
  });

  test('stays away where the right button is the tool’s', async () => {
    editor.pickTool('brush');
    renderWithEditor(
      editor,
      <StageMenuArea>
        <p>photograph</p>
      </StageMenuArea>,
    );
    fireEvent.contextMenu(screen.getByText('photograph'), { button: 2 });
    await expect(screen.findByRole('menu', {}, { timeout: 200 })).rejects.toThrow();
  });
});

function square(left: number, top: number, side: number): Ring {
  const [right, bottom] = [left + side, top + side];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
