import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { palette } from '../../src/canvas/palette.ts';
import { addRegion, removeRegions, setRegionHidden } from '../../src/model/document/regions.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { closeMaskPanel } from '../../src/store/editor/trial.ts';
import { connectMaskWorker } from '../../src/workers/connectWorkers.ts';
import { openTrial } from '../helpers/openTrial.ts';
import { fakeClient } from '../helpers/testEditor.ts';
import { drawnImage, type Rgba } from '../image/imageFiles.ts';
import { type LayerName, type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;

/** Workers and decoders may take their time on a busy machine. */
const patience = { timeout: 10_000 };

afterEach(cleanup);

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const clear = [0, 0, 0, 0];

/** A square region from (10, 10) to (60, 60), in image px: on the red half. */
const square = [
  { x: 10, y: 10 },
  { x: 10, y: 60 },
  { x: 60, y: 60 },
  { x: 60, y: 10 },
];

/** The same 100 px to the right: on the blue half. */
const besideSquare = square.map(({ x, y }) => ({ x: x + 100, y }));

/** A colour under `share` of the photograph's: canvases and JPEG round, so that values may be off by a few. */
function nearly([r, g, b]: readonly [number, number, number], a = 255) {
  const near = (value: number) =>
    expect.toSatisfy((shown: number) => Math.abs(shown - value) <= 3, `about ${value}`);
  return [near(r), near(g), near(b), near(a)];
}

function mixed(above: readonly number[], share: number, below: readonly number[]): [number, number, number] {
  const [r = 0, g = 0, b = 0] = above.map(
    (value, index) => value * share + (below[index] ?? 0) * (1 - share),
  );
  return [r, g, b];
}

function rgb(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b];
}

const colourAt = (layer: LayerName, x: number, y: number) => stage.colourAt(layer, { x, y });

describe('the image layer', () => {
  beforeEach(async () => {
    stage = await mountStage();
  });

  test('shows the photograph at its placement, to the pixel', async () => {
    expect(await colourAt('image', 101, 81)).toEqual(nearly(red));
    expect(await colourAt('image', 190, 140)).toEqual(nearly(red));
    expect(await colourAt('image', 210, 140)).toEqual(nearly(blue));
    expect(await colourAt('image', 298, 198)).toEqual(nearly(blue));
    for (const [x, y] of [
      [99, 140],
      [300, 140],
      [150, 79],
      [150, 200],
    ] as const) {
      const [r, , b] = await colourAt('image', x, y);
      expect(Math.max(r, b), `the photograph ends before (${x}, ${y})`).toBeLessThan(200);
    }
  });

  test('leaves all around the frame to the page', async () => {
    expect(await colourAt('image', -3, 140)).toEqual(clear);
    expect(await colourAt('image', 402, 140)).toEqual(clear);
    expect(await colourAt('image', 150, 303)).toEqual(clear);
  });

  test('hatches what will be generated, and nothing else', async () => {
    const along = async (y: number) =>
      Promise.all(Array.from({ length: 16 }, (_, index) => colourAt('image', 20 + index, y)));
    const row = await along(250);
    expect(row.slice(0, 8), 'the lines come back every 8 px').toEqual(row.slice(8));
    expect((await along(251)).slice(0, 15), 'and run at 45°').toEqual(row.slice(1));
    const greens = row.map(([, green]) => green);
    expect(Math.max(...greens) - Math.min(...greens), 'they are told from their ground').toBeGreaterThan(60);

    const inside = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((x) => colourAt('image', 120 + x, 140)));
    expect(inside).toEqual(Array.from({ length: 8 }, () => nearly(red)));
  });

  test('shows the generated colour over the ground between the lines', async () => {
    const row = await Promise.all(
      Array.from({ length: 8 }, (_, index) => colourAt('image', 20 + index, 250)),
    );
    const ground = mixed(rgb(palette.generated), 0.16, rgb(palette.canvasBackground));
    expect(row).toContainEqual(nearly(ground));
  });

  test('dims what hangs over the frame', async () => {
    stage.placeImage({ width: 400, height: 300 }, { x: 300, y: 80, width: 200, height: 120 });
    expect(await colourAt('image', 350, 140)).toEqual(nearly(red));
    expect(await colourAt('image', 450, 140)).toEqual(nearly(mixed(blue, 0.22, rgb(palette.stage))));
  });

  test('scales the photograph with its placement and the view', async () => {
    stage.placeImage({ width: 400, height: 300 }, { x: 0, y: 0, width: 400, height: 240 });
    stage.setView({ zoom: 1.5, origin: { x: 20, y: 30 } });
    expect(await colourAt('image', 190, 230)).toEqual(nearly(red));
    expect(await colourAt('image', 210, 10)).toEqual(nearly(blue));
    expect(await colourAt('image', 396, 236)).toEqual(nearly(blue));
  });
});

describe('the mask layer', () => {
  const tinted = nearly(rgb(palette.repainted), 0.42 * 255);

  beforeEach(async () => {
    stage = await mountStage();
    stage.editor.transact(onDocument((document) => addRegion(document, [square])));
  });

  test('tints a region, and nothing beside it', async () => {
    expect(await colourAt('mask', 135, 115)).toEqual(tinted);
    expect(await colourAt('mask', 180, 115)).toEqual(clear);
    expect(await colourAt('mask', 135, 155)).toEqual(clear);
  });

  test('does not tint a region that is hidden', async () => {
    stage.editor.transact(onDocument((document) => setRegionHidden(document, 'region-1', true)));
    expect(await colourAt('mask', 135, 115)).toEqual(clear);
  });

  test('tints a hole in a region as little as what is beside it', async () => {
    const hole = [
      { x: 25, y: 25 },
      { x: 45, y: 25 },
      { x: 45, y: 45 },
      { x: 25, y: 45 },
    ];
    stage.editor.undo();
    stage.editor.transact(onDocument((document) => addRegion(document, [square, hole])));
    expect(await colourAt('mask', 135, 115)).toEqual(clear);
    expect(await colourAt('mask', 117, 97)).toEqual(tinted);
  });

  test('moves and scales the regions with the image', async () => {
    stage.placeImage({ width: 400, height: 300 }, { x: 10, y: 20, width: 400, height: 240 });
    const centre = { x: 10 + 35 * 2, y: 20 + 35 * 2 };
    expect(await colourAt('mask', centre.x, centre.y)).toEqual(tinted);
    expect(await colourAt('mask', 10 + 57 * 2, 20 + 57 * 2)).toEqual(tinted);
    expect(await colourAt('mask', 10 + 64 * 2, 20 + 35 * 2)).toEqual(clear);
  });

  test('tints nothing outside the frame, where a region does not count, and outlines it there', async () => {
    stage.placeImage({ width: 400, height: 300 }, { x: -40, y: 80, width: 200, height: 120 });
    expect(await colourAt('mask', -15, 115)).toEqual(clear);
    expect(await colourAt('mask', 10, 115)).toEqual(tinted);
    const [, , , edge] = await colourAt('mask', -30, 115);
    expect(edge).toBeGreaterThan(100);
  });

  test('shows the mask that is sent where it is asked for: black and white, nothing between', async () => {
    cleanup();
    const masks = connectMaskWorker();
    stage = await mountStage({ masks });
    stage.editor.transact(onDocument((document) => addRegion(document, [square])));
    stage.editor.transact((state) => ({ ...state, isMaskShown: true }));
    await expect.poll(() => colourAt('mask', 250, 150), patience).toEqual([0, 0, 0, 255]);
    expect(coloursIn(await shownMask())).toEqual({ black: 200 * 120 - 50 * 50, white: 50 * 50 });
    masks.close();
  });

  test('shows the mask as it would be sent with what is tried out', async () => {
    cleanup();
    const masks = connectMaskWorker();
    stage = await mountStage({ masks });
    stage.editor.transact(onDocument((document) => addRegion(document, [square])));
    stage.editor.transact((state) => ({ ...state, isMaskShown: true }));
    const tried = removeRegions(stage.editor.getState().document, ['region-1']);
    openTrial(stage.editor, addRegion(tried, [besideSquare]));
    await expect.poll(() => colourAt('mask', 235, 115), patience).toEqual([255, 255, 255, 255]);
    expect(coloursIn(await shownMask())).toEqual({ black: 200 * 120 - 50 * 50, white: 50 * 50 });
    stage.editor.transact(closeMaskPanel);
    await expect.poll(() => colourAt('mask', 135, 115), patience).toEqual([255, 255, 255, 255]);
    masks.close();
  });

  test('keeps a mask in the frame that it was made for until the one of another frame is there', async () => {
    cleanup();
    const masks = connectMaskWorker();
    let release = () => {};
    let withheld: Promise<void> | undefined;
    const maskPng: typeof masks.maskPng = async (...request) => {
      await withheld;
      return masks.maskPng(...request);
    };
    const late = new Proxy(masks, {
      get: (worker, name) => (name === 'maskPng' ? maskPng : Reflect.get(worker, name)),
    });
    stage = await mountStage({ masks: late });
    stage.editor.transact(onDocument((document) => addRegion(document, [square])));
    stage.editor.transact((state) => ({ ...state, isMaskShown: true }));
    await expect.poll(() => colourAt('mask', 250, 150), patience).toEqual([0, 0, 0, 255]);
    withheld = new Promise((resolve) => {
      release = resolve;
    });
    stage.editor.transact(changeSettings({ maskFrame: 'canvas' }));
    stage.editor.dispatch({ type: 'panView', offset: { x: 3, y: 0 } });
    expect(await colourAt('mask', 20, 20)).toEqual(clear);
    expect(coloursIn(await shownMask())).toEqual({ black: 200 * 120 - 50 * 50, white: 50 * 50 });
    release();
    await expect.poll(() => colourAt('mask', 20, 20), patience).toEqual([0, 0, 0, 255]);
    masks.close();
  });

  async function shownMask() {
    const { x, y } = stage.inElement({ x: 100, y: 80 });
    return stage.canvasOf('mask').getContext('2d')?.getImageData(x, y, 200, 120).data ?? [];
  }
});

/** How many pixels there are of each colour. */
function coloursIn(data: ArrayLike<number>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let at = 0; at < data.length; at += 4) {
    const rgba = Array.from({ length: 4 }, (_, index) => data[at + index]).join();
    const name = { '0,0,0,255': 'black', '255,255,255,255': 'white' }[rgba] ?? rgba;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('a result that is looked at', () => {
  test('covers the frame, and hides layout, regions and handles', async () => {
    const green = await drawnImage(400, 300, 'image/png', (context) => {
      context.fillStyle = '#0f0';
      context.fillRect(0, 0, 400, 300);
    });
    stage = await mountStage({ client: fakeClient({ getResult: async () => green }) });
    stage.editor.transact(onDocument((document) => addRegion(document, [square])));
    stage.editor.transact(changeSettings({ prompt: 'all green' }), 'atOnce');
    await stage.editor.generations.generate();
    const lime: Rgba = [0, 255, 0, 255];
    await expect.poll(() => colourAt('image', 200, 150), patience).toEqual(lime);
    const corners: Point[] = [
      { x: 0, y: 0 },
      { x: 399, y: 0 },
      { x: 0, y: 299 },
      { x: 399, y: 299 },
    ];
    for (const corner of corners) expect(await stage.colourAt('image', corner)).toEqual(lime);
    expect(await colourAt('image', 401, 150)).toEqual(clear);
    expect(await colourAt('mask', 135, 115)).toEqual(clear);
    expect(await colourAt('overlay', 100, 80), 'the image’s handle').toEqual(clear);

    stage.editor.transact((state) => ({ ...state, shownResult: null }));
    expect(await colourAt('image', 150, 140)).toEqual(nearly(red));
  });
});
