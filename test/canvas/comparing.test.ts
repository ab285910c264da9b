import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addRegion } from '../../src/model/document/regions.ts';
import type { ComparisonView } from '../../src/store/editor/editorState.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { changeSettings } from '../../src/store/editor/settings.ts';
import { compareBy, showResult } from '../../src/store/editor/shownResult.ts';
import { connectCompareWorker } from '../../src/workers/connectWorkers.ts';
import { fakeClient } from '../helpers/testEditor.ts';
import { drawnImage, type Rgba } from '../image/imageFiles.ts';
import { type LayerName, type MountedStage, mountStage } from './mountedStage.tsx';

let stage: MountedStage;
const compare = connectCompareWorker();

/** Workers and decoders may take their time on a busy machine. */
const patience = { timeout: 10_000 };
const lime: Rgba = [0, 255, 0, 255];
const clear: Rgba = [0, 0, 0, 0];

/** From (10, 10) to (60, 60) of the image, which lies at (100, 80) of the canvas: on its red half. */
const square = [
  { x: 10, y: 10 },
  { x: 10, y: 60 },
  { x: 60, y: 60 },
  { x: 60, y: 10 },
];

const colourAt = (layer: LayerName, x: number, y: number) => stage.colourAt(layer, { x, y });
const changeComparison = (change: Partial<ComparisonView>) =>
  stage.editor.transact(compareBy(change), 'atOnce');

/** Red or blue as the photograph has them; JPEG keeps no exact values. */
async function nameAt(x: number, y: number): Promise<string> {
  const [red, green, blue] = await colourAt('image', x, y);
  const key = [red, green, blue].map((value) => (value > 128 ? '1' : '0')).join('');
  return { '100': 'red', '001': 'blue', '010': 'lime', '000': 'dark' }[key] ?? key;
}

beforeEach(async () => {
  const green = await drawnImage(400, 300, 'image/png', (context) => {
    context.fillStyle = '#0f0';
    context.fillRect(0, 0, 400, 300);
  });
  stage = await mountStage({ compare, client: fakeClient({ getResult: async () => green }) });
  stage.editor.transact(onDocument((document) => addRegion(document, [square])));
  stage.editor.transact(changeSettings({ prompt: 'all green' }), 'atOnce');
  await stage.editor.generations.generate();
  await expect.poll(() => colourAt('image', 200, 150), patience).toEqual(lime);
});

afterEach(cleanup);
afterAll(() => compare.close());

describe('a swipe', () => {
  test('lays the result over the left part of the frame; photograph and regions show right of it', async () => {
    changeComparison({ mode: 'swipe', share: 0.5 });
    expect(await nameAt(199, 150)).toBe('lime');
    expect(await nameAt(201, 150)).toBe('blue');
    expect(await colourAt('mask', 135, 115), 'the region under the result').toEqual(clear);
    changeComparison({ share: 0.3 });
    expect(await nameAt(119, 150)).toBe('lime');
    expect(await nameAt(125, 190)).toBe('red');
    expect(await colourAt('mask', 135, 115)).not.toEqual(clear);
  });

  test('follows the view', async () => {
    changeComparison({ mode: 'swipe', share: 0.5 });
    stage.setView({ zoom: 2, origin: { x: -150, y: -80 } });
    expect(await nameAt(199, 150)).toBe('lime');
    expect(await nameAt(201, 150)).toBe('blue');
  });
});

test('peeking shows the layout, without the tool’s handles', async () => {
  changeComparison({ isPeeking: true });
  expect([await nameAt(150, 180), await nameAt(250, 150)]).toEqual(['red', 'blue']);
  expect(await colourAt('mask', 135, 115)).not.toEqual(clear);
  expect(await colourAt('overlay', 100, 80)).toEqual(clear);
  changeComparison({ isPeeking: false });
  expect(await colourAt('image', 150, 180)).toEqual(lime);
});

test('the difference is a map over the image, and no colour of result or layout', async () => {
  changeComparison({ mode: 'difference' });
  await expect.poll(() => colourAt('image', 250, 150), patience).toEqual([240, 249, 33, 255]);
  expect(await nameAt(50, 50), 'what is generated').toBe('dark');
});

test('the kept area shows where kept pixels differ, and darkens the rest of the result', async () => {
  changeComparison({ mode: 'kept' });
  await expect.poll(() => colourAt('image', 250, 150), patience).toEqual([240, 249, 33, 255]);
  const [, masked] = await colourAt('image', 135, 115);
  const [, generated] = await colourAt('image', 20, 20);
  expect([masked < 80, generated < 80]).toEqual([true, true]);
});

test('the original put back shows over the result; peeking then shows the result', async () => {
  changeComparison({ feather: 0 });
  await expect.poll(() => nameAt(250, 150), patience).toBe('blue');
  expect([await nameAt(135, 115), await nameAt(50, 50)]).toEqual(['lime', 'lime']);
  changeComparison({ isPeeking: true });
  expect(await nameAt(250, 150)).toBe('lime');
});

test('a result of an earlier layout lies on the frame and over the layout that it was made from', async () => {
  stage.placeImage({ width: 200, height: 200 }, { x: 0, y: 0, width: 200, height: 120 });
  const [generation] = stage.editor.generations.store.getState().generations;
  const { document } = generation ?? stage.editor.getState();
  stage.editor.transact(showResult({ generationId: 'generation-1', index: 0, document }));
  await expect.poll(() => colourAt('image', 399, 299), patience).toEqual(lime);
  changeComparison({ mode: 'swipe', share: 0.25 });
  expect([await nameAt(150, 180), await nameAt(250, 150)]).toEqual(['red', 'blue']);
});
