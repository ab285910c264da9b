import { cleanup } from '@testing-library/react';
import Konva from 'konva/lib/Core.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addRegion } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { domPointer } from './domPointer.ts';
import { drawn, type LayerName, type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

/** In image px; the image lies at (100, 80) of the canvas. */
const square = [
  { x: 10, y: 10 },
  { x: 10, y: 60 },
  { x: 60, y: 60 },
  { x: 60, y: 10 },
];
const triangle = [
  { x: 120, y: 20 },
  { x: 120, y: 90 },
  { x: 180, y: 90 },
];

beforeEach(async () => {
  stage = await mountStage();
  stage.editor.transact(onDocument((document) => addRegion(document, [square])));
  stage.editor.transact(onDocument((document) => addRegion(document, [triangle])));
});

afterEach(cleanup);

/** Clears of a layer, of which every drawing of it begins with one. */
async function drawingsOf(layer: LayerName) {
  await drawn();
  const context = stage.canvasOf(layer).getContext('2d');
  if (context === null) throw new Error('no canvas');
  return vi.spyOn(context, 'clearRect');
}

const imagePoint = ({ x, y }: Point) => stage.inElement({ x: 100 + x, y: 80 + y });

describe('while a vertex is dragged', () => {
  beforeEach(async () => {
    stage.editor.pickTool('select');
    stage.editor.transact((state) => ({ ...state, selection: { regionIds: ['region-1'], vertices: [] } }));
  });

  test('only the overlay is drawn again, but for once when the region moves over to it and once back', async () => {
    const [image, mask, overlay] = [
      await drawingsOf('image'),
      await drawingsOf('mask'),
      await drawingsOf('overlay'),
    ];
    const pointer = domPointer(stage);
    await pointer.startDrag(imagePoint({ x: 60, y: 60 }), imagePoint({ x: 65, y: 70 }));
    expect(mask, 'without the region from now on').toHaveBeenCalledTimes(1);
    mask.mockClear();
    overlay.mockClear();

    for (let step = 1; step <= 10; step += 1) {
      pointer.moveTo(imagePoint({ x: 65 + step, y: 70 + step }));
      await drawn();
    }

    expect(mask).not.toHaveBeenCalled();
    expect(image).not.toHaveBeenCalled();
    expect(overlay.mock.calls.length).toBeGreaterThanOrEqual(10);

    pointer.release(imagePoint({ x: 75, y: 80 }));
    await drawn();
    expect(mask).toHaveBeenCalledTimes(1);
  });

  test('the region is tinted on the overlay, as it would be', async () => {
    const at = { x: 100 + 68, y: 80 + 68 };
    const pointer = domPointer(stage);
    expect((await stage.colourAt('overlay', at))[3]).toBe(0);
    await pointer.startDrag(imagePoint({ x: 60, y: 60 }), imagePoint({ x: 80, y: 80 }));
    expect((await stage.colourAt('overlay', at))[3]).toBe(107);
    expect((await stage.colourAt('mask', { x: 130, y: 110 }))[3]).toBe(0);
    expect((await stage.colourAt('mask', { x: 230, y: 150 }))[3], 'the other region').toBe(107);
    pointer.release(imagePoint({ x: 80, y: 80 }));
    expect((await stage.colourAt('mask', at))[3]).toBe(107);
  });
});

test('a pointer that hovers redraws neither the photograph nor the regions', async () => {
  const [image, mask] = [await drawingsOf('image'), await drawingsOf('mask')];
  const pointer = domPointer(stage);
  for (let x = 0; x < 200; x += 20) {
    pointer.hoverAt(imagePoint({ x, y: 50 }));
    await drawn();
  }
  expect(image).not.toHaveBeenCalled();
  expect(mask).not.toHaveBeenCalled();
});

describe('Konva', () => {
  test('listens to nothing and keeps no positions of its own', async () => {
    const [konvaStage] = Konva.stages;
    const nodes = konvaStage ? [konvaStage, ...konvaStage.find(() => true)] : [];
    expect(nodes.length).toBeGreaterThanOrEqual(7);
    expect(nodes.filter((node) => node.draggable() || node.isListening())).toEqual([]);
  });

  test('has three layers with one node each, however many regions there are', async () => {
    for (let index = 0; index < 50; index += 1) {
      const ring = triangle.map(({ x, y }) => ({ x: x - index, y: y + index }));
      stage.editor.transact(onDocument((document) => addRegion(document, [ring])));
    }
    await drawn();
    const layers = Konva.stages[0]?.getLayers() ?? [];
    expect(layers.map((layer) => layer.getChildren().length)).toEqual([1, 1, 1]);
  });
});
