import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canvasToScreen } from '../../src/model/document/spaces.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { holdTool, releaseTool } from '../../src/store/editor/toolEvents.ts';
import { domPointer, touchPointer } from './domPointer.ts';
import { drawn, type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

beforeEach(async () => {
  stage = await mountStage();
});

afterEach(cleanup);

const view = () => stage.editor.getState().view;
const document = () => stage.editor.getState().document;
const polygonPoints = () => {
  const { session } = stage.editor.getState().tool;
  const points = 'points' in session ? session.points : [];
  return Array.isArray(points) ? points : [];
};

function wheel(at: Point, init: WheelEventInit) {
  const { left, top } = stage.element.getBoundingClientRect();
  const place = { clientX: left + at.x, clientY: top + at.y, bubbles: true, cancelable: true };
  return stage.element.dispatchEvent(new WheelEvent('wheel', { ...init, ...place }));
}

function expectNear(shown: Point, wanted: Point) {
  expect(shown.x).toBeCloseTo(wanted.x, 6);
  expect(shown.y).toBeCloseTo(wanted.y, 6);
}

describe('the element', () => {
  test('says where canvas points are, whatever the view', async () => {
    for (const each of [
      { zoom: 1, origin: { x: 50, y: 40 } },
      { zoom: 0.37, origin: { x: -12.5, y: 250.25 } },
      { zoom: 6, origin: { x: -900, y: -700 } },
    ]) {
      stage.setView(each);
      const { zoom, originX, originY } = stage.element.dataset;
      expect([zoom, originX, originY]).toEqual([each.zoom, each.origin.x, each.origin.y].map(String));
      const middle = stage.inElement({ x: 200, y: 140 });
      expectNear(middle, canvasToScreen({ x: 200, y: 140 }, each));
    }
  });

  test('and the picture is there: red up to the middle of the photograph, blue after it', async () => {
    stage.setView({ zoom: 2.5, origin: { x: -120.3, y: 10.8 } });
    const [red] = await stage.colourAt('image', { x: 194, y: 140 });
    const [, , blue] = await stage.colourAt('image', { x: 206, y: 140 });
    expect([red, blue]).toEqual([expect.toSatisfy(isBright), expect.toSatisfy(isBright)]);
  });
});

const isBright = (value: number) => value > 240;

describe('the wheel', () => {
  test.each([-100, 100])('turned by %d px zooms, and what is under the pointer stays there', (deltaY) => {
    const at = { x: 260, y: 170 };
    const under = { x: (at.x - view().origin.x) / view().zoom, y: (at.y - view().origin.y) / view().zoom };
    const before = view().zoom;
    expect(wheel(at, { deltaY }), 'the page does not scroll').toBe(false);
    expect(view().zoom / before).toBeCloseTo(deltaY < 0 ? 1.2 : 1 / 1.2, 3);
    expectNear(stage.inElement(under), at);
  });

  test('turned with Alt held sets the size of a brush, a notch of any mouse by one step', () => {
    stage.editor.pickTool('brush');
    const size = () => stage.editor.getState().options.brushSize;
    const before = view();
    const sizes = [-100, -48, 100, -20, -20, -20].map((deltaY) => {
      wheel({ x: 260, y: 170 }, { deltaY, altKey: true });
      return size();
    });
    expect(sizes).toEqual([45, 50, 45, 45, 45, 50]);
    wheel({ x: 260, y: 170 }, { deltaY: -3, deltaMode: 1, altKey: true });
    expect(size()).toBe(60);
    expect(view()).toBe(before);
  });

  test('turned with Alt held zooms where the tool has nothing to set', () => {
    stage.editor.pickTool('lasso');
    wheel({ x: 260, y: 170 }, { deltaY: -100, altKey: true });
    expect(view().zoom).toBeCloseTo(1.2, 3);
  });

  test('moved sideways, as a trackpad can, pans', () => {
    wheel({ x: 100, y: 100 }, { deltaX: 30, deltaY: 12 });
    expect(view()).toEqual({ zoom: 1, origin: { x: 20, y: 28 } });
  });
});

describe('panning', () => {
  test('with the middle button moves the view and leaves the image', async () => {
    const before = document();
    await domPointer(stage, { button: 1 }).drag({ x: 200, y: 200 }, { x: 260, y: 170 });
    expect(view()).toEqual({ zoom: 1, origin: { x: 110, y: 10 } });
    expect(document()).toBe(before);
  });

  test('with a held tool, as Space does, leaves a polygon as it is', async () => {
    stage.editor.pickTool('polygon');
    const pointer = domPointer(stage);
    pointer.click(stage.inElement({ x: 120, y: 100 }));
    pointer.click(stage.inElement({ x: 180, y: 100 }));
    stage.editor.transact(holdTool('pan'), 'atOnce');
    await pointer.drag({ x: 300, y: 300 }, { x: 340, y: 320 });
    stage.editor.transact(releaseTool, 'atOnce');
    expect(view().origin).toEqual({ x: 90, y: 60 });
    pointer.click(stage.inElement({ x: 150, y: 160 }));
    expect(polygonPoints()).toEqual([
      { x: 20, y: 20 },
      { x: 80, y: 20 },
      { x: 50, y: 80 },
    ]);
  });
});

describe('two fingers', () => {
  beforeEach(() => {
    stage.editor.pickTool('polygon');
    domPointer(stage).click(stage.inElement({ x: 120, y: 100 }));
    expect(polygonPoints()).toHaveLength(1);
  });

  test('zoom and pan at once, and place no point', async () => {
    const [first, second] = [touchPointer(stage, 2), touchPointer(stage, 3)];
    first.press({ x: 200, y: 200 });
    second.press({ x: 300, y: 200 });
    first.moveTo({ x: 150, y: 220 });
    second.moveTo({ x: 350, y: 220 });
    await drawn();
    expect(view().zoom).toBeCloseTo(2, 1);
    expectNear(stage.inElement({ x: 200, y: 160 }), { x: 250, y: 220 });
    first.release({ x: 150, y: 220 });
    second.release({ x: 350, y: 220 });
    expect(polygonPoints()).toHaveLength(1);
  });

  test('may lift one after the other: the one that stays does nothing', () => {
    const [first, second] = [touchPointer(stage, 2), touchPointer(stage, 3)];
    first.press({ x: 200, y: 200 });
    second.press({ x: 300, y: 200 });
    second.release({ x: 300, y: 200 });
    const before = view();
    first.moveTo({ x: 400, y: 300 });
    first.release({ x: 400, y: 300 });
    expect(view()).toEqual(before);
    expect(polygonPoints()).toHaveLength(1);
  });

  test('move the view also where the second comes late, and what the first has drawn is taken back', async () => {
    const [first, second] = [touchPointer(stage, 2), touchPointer(stage, 3)];
    first.press(stage.inElement({ x: 180, y: 100 }));
    await expect.poll(() => polygonPoints().length, { timeout: 5000 }).toBe(2);
    const before = view();
    second.press({ x: 500, y: 400 });
    expect(polygonPoints()).toEqual([{ x: 20, y: 20 }]);
    second.moveTo({ x: 520, y: 420 });
    second.release({ x: 520, y: 420 });
    first.release(stage.inElement({ x: 180, y: 100 }));
    expect(view().zoom).toBeGreaterThan(before.zoom);
    expect(polygonPoints()).toEqual([{ x: 20, y: 20 }]);
  });

  test('one finger alone taps a point', () => {
    touchPointer(stage, 2).click(stage.inElement({ x: 180, y: 100 }));
    expect(polygonPoints()).toHaveLength(2);
  });
});

describe('a pointer that the browser takes away', () => {
  test('ends its drag where it was last seen', async () => {
    const pointer = domPointer(stage, { pointerType: 'pen', pointerId: 7 });
    await pointer.startDrag(stage.inElement({ x: 200, y: 140 }), stage.inElement({ x: 230, y: 161 }));
    pointer.lose();
    expect(document().placement).toEqual({ x: 130, y: 101, width: 200, height: 120 });
    expect(stage.editor.getState().tool.session.phase).toBe('idle');
  });

  test('neither loses a polygon nor adds to it', () => {
    stage.editor.pickTool('polygon');
    domPointer(stage).click(stage.inElement({ x: 120, y: 100 }));
    const palm = touchPointer(stage, 2);
    palm.press({ x: 300, y: 300 });
    palm.lose();
    expect(polygonPoints()).toEqual([{ x: 20, y: 20 }]);
  });

  test('lets the next one begin anew', async () => {
    const lost = touchPointer(stage, 2);
    await lost.startDrag(stage.inElement({ x: 200, y: 140 }), stage.inElement({ x: 230, y: 160 }));
    lost.lose();
    const { placement } = document();
    await domPointer(stage).drag(stage.inElement({ x: 200, y: 140 }), stage.inElement({ x: 225, y: 153 }));
    expect(document().placement).toEqual({ ...placement, x: placement.x + 25, y: placement.y + 13 });
  });

  test('ends a pinch', () => {
    const [first, second] = [touchPointer(stage, 2), touchPointer(stage, 3)];
    first.press({ x: 200, y: 200 });
    second.press({ x: 300, y: 200 });
    first.lose();
    second.lose();
    const before = view();
    second.moveTo({ x: 400, y: 300 });
    expect(view()).toEqual(before);
  });
});
