import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ToolId } from '../../src/tools/registry.ts';
import { domPointer, touchPointer } from './domPointer.ts';
import { type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

beforeEach(async () => {
  stage = await mountStage();
});

afterEach(cleanup);

const at = (x: number, y: number) => stage.inElement({ x, y });
const regions = () => stage.editor.getState().document.regions.length;
const steps = () => stage.editor.getState().history.past.length;
const penPointer = () => domPointer(stage, { pointerId: 7, pointerType: 'pen' });

/** A finger that has begun to draw, with the tool in hand. */
function beginDrawing(tool: ToolId, id = 1) {
  stage.editor.pickTool(tool);
  const finger = touchPointer(stage, id);
  finger.press(at(120, 100));
  finger.moveTo(at(130, 110));
  finger.moveTo(at(150, 130));
  return finger;
}

describe('a pen comes before the palm that rests beside it', () => {
  const tools: readonly ToolId[] = ['brush', 'eraser', 'lasso', 'rectangle', 'polygon'];

  test.each(tools)('%s: what a palm is drawing when the pen touches is taken back', async (tool) => {
    const before = { regions: regions(), steps: steps() };
    const palm = beginDrawing(tool);
    const pen = penPointer();
    pen.press(at(200, 100));
    pen.moveTo(at(230, 150));
    palm.moveTo(at(170, 160));
    palm.release(at(170, 160));
    const session = stage.editor.getState().tool.session;
    pen.release(at(230, 150));
    expect({ regions: before.regions, steps: before.steps, phase: session.phase !== 'idle' }).toEqual({
      ...before,
      phase: true,
    });
  });

  test('what it has drawn in the moment before is taken back with the first sign of the pen', () => {
    stage.editor.pickTool('brush');
    const { document, history } = stage.editor.getState();
    touchPointer(stage, 1).click(at(120, 100));
    expect(regions()).toBe(1);
    penPointer().hoverAt(at(200, 100));
    expect(stage.editor.getState()).toMatchObject({ document, history });
  });

  test('a palm that comes while the pen hovers or draws does nothing', () => {
    stage.editor.pickTool('brush');
    const pen = penPointer();
    pen.hoverAt(at(200, 100));
    touchPointer(stage, 1).click(at(120, 100));
    expect(regions()).toBe(0);
    pen.press(at(200, 100));
    const [one, two] = [touchPointer(stage, 2), touchPointer(stage, 3)];
    const view = stage.editor.getState().view;
    one.press(at(120, 100));
    two.press(at(150, 130));
    two.moveTo(at(180, 190));
    pen.moveTo(at(220, 110));
    pen.release(at(220, 110));
    one.release(at(120, 100));
    two.release(at(180, 190));
    expect(regions()).toBe(1);
    expect(stage.editor.getState().view).toBe(view);
  });
});

describe('two fingers', () => {
  test.each<ToolId>(['brush', 'lasso', 'rectangle', 'polygon', 'move'])(
    '%s: what the first has drawn before the second came is taken back',
    (tool) => {
      const before = stage.editor.getState().document;
      const first = beginDrawing(tool);
      const second = touchPointer(stage, 2);
      second.press(at(250, 200));
      second.moveTo(at(290, 230));
      first.moveTo(at(100, 90));
      first.release(at(100, 90));
      second.release(at(290, 230));
      const { document, tool: active, view } = stage.editor.getState();
      expect({ document: document === before, phase: active.session.phase, isZoomed: view.zoom > 1 }).toEqual(
        {
          document: true,
          phase: 'idle',
          isZoomed: true,
        },
      );
    },
  );

  test('that tap undo, and three redo', () => {
    stage.editor.pickTool('brush');
    touchPointer(stage, 1).click(at(120, 100));
    const counts = [regions()];
    for (const ids of [
      [2, 3],
      [4, 5, 6],
    ]) {
      const fingers = ids.map((id) => touchPointer(stage, id));
      for (const [index, finger] of fingers.entries()) finger.press(at(150 + 40 * index, 150));
      for (const [index, finger] of fingers.entries()) finger.release(at(150 + 40 * index, 150));
      counts.push(regions());
    }
    expect(counts).toEqual([1, 0, 1]);
  });
});

describe('a finger', () => {
  test('closes a polygon within 22 px of its first point, where a mouse has to come nearer', () => {
    const closed: boolean[] = [];
    for (const pick of [() => touchPointer(stage, 1), () => domPointer(stage)]) {
      stage.editor.pickTool('polygon');
      for (const [x, y] of [
        [120, 100],
        [180, 100],
        [180, 160],
        [120, 121],
      ] as const) {
        pick().click(at(x, y));
      }
      closed.push(stage.editor.getState().tool.session.phase === 'idle');
      stage.editor.dispatch({ type: 'cancel' });
    }
    expect(closed).toEqual([true, false]);
  });

  test('that taps twice within 24 px closes a polygon', () => {
    stage.editor.pickTool('polygon');
    const finger = touchPointer(stage, 1);
    for (const [x, y] of [
      [120, 100],
      [180, 100],
      [180, 160],
      [198, 172],
    ] as const) {
      finger.click(at(x, y));
    }
    expect(regions()).toBe(1);
  });

  test('takes hold of a handle 20 px away from it', () => {
    stage.editor.pickTool('move');
    const finger = touchPointer(stage, 1);
    const { placement } = stage.editor.getState().document;
    const corner = { x: placement.x + placement.width, y: placement.y + placement.height };
    finger.press(at(corner.x + 14, corner.y + 14));
    finger.moveTo(at(corner.x + 40, corner.y + 40));
    finger.moveTo(at(corner.x + 54, corner.y + 54));
    finger.release(at(corner.x + 54, corner.y + 54));
    expect(stage.editor.getState().document.placement.width).toBeGreaterThan(placement.width);
  });
});

test('a drag past the stage’s edge takes the view along', async () => {
  stage.editor.pickTool('rectangle');
  const mouse = domPointer(stage);
  mouse.press(at(120, 100));
  mouse.moveTo({ x: 790, y: 300 });
  const { origin } = stage.editor.getState().view;
  mouse.moveTo({ x: 900, y: 300 });
  await expect.poll(() => stage.editor.getState().view.origin.x).toBeLessThan(origin.x - 40);
  mouse.release({ x: 900, y: 300 });
  const after = stage.editor.getState().view;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(stage.editor.getState().view).toBe(after);
});
