import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addRegion } from '../../src/model/document/regions.ts';
import type { Ring } from '../../src/model/geometry/rings/ring.ts';
import type { Editor } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { closeMaskPanel } from '../../src/store/editor/trial.ts';
import { resizeStage } from '../../src/store/editor/viewChanges.ts';
import { CanvasSection } from '../../src/ui/canvasSize/CanvasSection.tsx';
import { LayoutSection } from '../../src/ui/layout/LayoutSection.tsx';
import { ImageSection } from '../../src/ui/placement/ImageSection.tsx';
import { RegionsSection } from '../../src/ui/regions/RegionsSection.tsx';
import { openTrial } from '../helpers/openTrial.ts';
import { createTestEditor, openPhotograph } from '../helpers/testEditor.ts';
import { renderWithEditor } from './renderWithEditor.tsx';

afterEach(cleanup);

let editor: Editor;

/** A photograph of 640 × 427 at the left of a canvas of 1024 × 427. */
beforeEach(async () => {
  editor = createTestEditor();
  await openPhotograph(editor);
});

const current = () => editor.getState().document;
const steps = () => editor.getState().history.past.length;
const button = (name: string) => screen.getByRole('button', { name });

async function fill(name: string, text: string) {
  const field = screen.getByRole('spinbutton', { name });
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}

describe('the canvas section', () => {
  beforeEach(() => void renderWithEditor(editor, <CanvasSection />));

  test('sets each side as one undo step', async () => {
    const before = steps();
    await fill('Canvas width', '2048');
    await fill('Canvas height', '5000');
    expect({ canvas: current().canvas, steps: steps() - before }).toEqual({
      canvas: { width: 2048, height: 4096 },
      steps: 2,
    });
  });

  test('swaps the sides', async () => {
    await userEvent.click(button('Swap width and height'));
    expect(current().canvas).toEqual({ width: 427, height: 1024 });
  });

  test.each([
    ['1:1', { width: 640, height: 640 }],
    ['16:9', { width: 759, height: 427 }],
    ['9:16', { width: 640, height: 1138 }],
    ['As image', { width: 640, height: 427 }],
  ])('takes the ratio %s around the image and marks it', async (name, canvas) => {
    const chip = within(screen.getByRole('group', { name: 'Ratio' })).getByRole('button', { name });
    expect(chip.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(chip);
    expect({ canvas: current().canvas, pressed: chip.getAttribute('aria-pressed') }).toEqual({
      canvas,
      pressed: 'true',
    });
  });

  test('brings a frame that has outgrown the stage back into sight', async () => {
    editor.transact(resizeStage({ width: 800, height: 600 }), 'atOnce');
    await fill('Canvas width', '4000');
    const { view } = editor.getState();
    expect(view.origin.x + 4000 * view.zoom).toBeLessThanOrEqual(800);
  });
});

describe('the image section', () => {
  beforeEach(() => void renderWithEditor(editor, <ImageSection />));

  test('moves the image', async () => {
    await fill('Image x', '120');
    await fill('Image y', '−30');
    expect(current().placement).toEqual({ x: 120, y: -30, width: 640, height: 427 });
  });

  test('keeps the image on the frame', async () => {
    await fill('Image x', '9000');
    expect(current().placement.x).toBe(1023);
    expect(screen.getByText('-639 to 1023 px')).toBeTruthy();
  });

  test('keeps the proportions while they are locked', async () => {
    await fill('Image width', '1280');
    await fill('Image height', '427');
    expect(current().placement).toEqual({ x: 0, y: 0, width: 640, height: 427 });
  });

  test('stretches when they are not', async () => {
    await userEvent.click(button('Keep proportions'));
    await fill('Image width', '1280');
    expect(current().placement).toEqual({ x: 0, y: 0, width: 1280, height: 427 });
  });

  test.each([
    ['Fit', { x: 192, y: 0, width: 640, height: 427 }],
    ['Fill', { x: 0, y: -128, width: 1024, height: 683 }],
    ['Centre', { x: 192, y: 0, width: 640, height: 427 }],
  ])('%s places it', async (name, placement) => {
    await userEvent.click(button(name));
    expect(current().placement).toEqual(placement);
  });

  test('extends the canvas on several sides in one step', async () => {
    const before = steps();
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Extend top' }), '100{Tab}');
    await fill('Extend left', '50');
    expect({ ...current(), steps: steps() - before }).toMatchObject({
      canvas: { width: 1074, height: 527 },
      placement: { x: 50, y: 100 },
      steps: 1,
    });
    expect(button('Extend').getAttribute('aria-disabled')).toBe('true');
  });

  test('extends the canvas by a number that is still being typed when Extend is pressed', async () => {
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Extend top' }), '100');
    expect(button('Extend').getAttribute('aria-disabled')).toBe('false');
    await userEvent.click(button('Extend'));
    expect(current().placement).toEqual({ x: 0, y: 100, width: 640, height: 427 });
  });
});

describe('the layout section', () => {
  test('tells how much is kept, repainted and generated', async () => {
    editor.transact(onDocument((document) => addRegion(document, [rectangle(0, 0, 64, 427)])));
    renderWithEditor(editor, <LayoutSection />);
    const rows = within(screen.getByRole('list', { name: 'Coverage' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Kept.*56.3 %$/),
      expect.stringMatching(/^Repainted.*6.3 %$/),
      expect.stringMatching(/^Generated.*37.5 %$/),
    ]);
  });

  test('tells how much it would be by what is tried out', async () => {
    renderWithEditor(editor, <LayoutSection />);
    const repainted = () => screen.getByText('Repainted').closest('li')?.textContent;
    const preview = addRegion(current(), [rectangle(0, 0, 64, 427)]);
    openTrial(editor, preview);
    await waitFor(() => expect(repainted()).toMatch(/6.3 %$/));
    editor.transact(closeMaskPanel);
    await waitFor(() => expect(repainted()).toMatch(/(?<![\d.])0 %$/));
  });

  test('tells the margin of each side, negative where the image is cut off', () => {
    editor.transact(
      onDocument((document) => ({ ...document, placement: { ...document.placement, x: -40 } })),
    );
    renderWithEditor(editor, <LayoutSection />);
    expect(screen.getAllByRole('definition').map((each) => each.textContent)).toEqual([
      '0 px',
      '424 px',
      '0 px',
      '−40 px',
    ]);
  });
});

describe('the regions section', () => {
  const list = () => screen.getByRole('list', { name: 'Regions' });

  beforeEach(() => {
    editor.transact(onDocument((document) => addRegion(document, [rectangle(10, 10, 60, 60)])));
    editor.transact(onDocument((document) => addRegion(document, [rectangle(100, 10, 160, 60)])));
    renderWithEditor(editor, <RegionsSection />);
  });

  test('lists names and vertices', () => {
    const rows = within(list()).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual(['Region 14 vertices', 'Region 24 vertices']);
  });

  test('hides and shows a region', async () => {
    await userEvent.click(button('Hide Region 1'));
    const hidden = current().regions.map((region) => region.isHidden);
    await userEvent.click(button('Show Region 1'));
    expect([hidden, current().regions.map((region) => region.isHidden)]).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  test('deletes a region and its selection', async () => {
    editor.transact((state) => ({
      ...state,
      selection: { regionIds: ['region-1', 'region-2'], vertices: [] },
    }));
    await userEvent.click(button('Delete Region 1'));
    expect(current().regions.map((region) => region.id)).toEqual(['region-2']);
    expect(editor.getState().selection).toEqual({ regionIds: ['region-2'], vertices: [] });
  });

  test('selects a region, with Shift several', async () => {
    const rows = () => within(list()).getAllByRole('button', { name: /vertices/ });
    const pressed = () => rows().map((row) => row.getAttribute('aria-pressed'));
    const user = userEvent.setup();
    await user.click(screen.getByText('Region 2'));
    const one = pressed();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByText('Region 1'));
    await user.keyboard('{/Shift}');
    expect([one, pressed()]).toEqual([
      ['false', 'true'],
      ['true', 'true'],
    ]);
  });

  test('without regions says how to draw one', () => {
    editor.undo();
    editor.undo();
    return screen.findByText(/Nothing is masked, so all of the photograph is kept/);
  });
});

function rectangle(left: number, top: number, right: number, bottom: number): Ring {
  return [
    { x: left, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
  ];
}
