/** Choices that look accidental and are not, each with its reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { models } from '../src/contract/model.ts';
import { type Document, emptyDocument } from '../src/model/document/document.ts';
import { ringOfRect } from '../src/model/geometry/rings/clipRings.ts';
import { generationRequest } from '../src/model/request/request.ts';
import { defaultSettings } from '../src/model/request/settings.ts';

const source = resolve(import.meta.dirname, '../src');

function filesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(source, folder, path), 'utf8') }));
}

const half: Document = {
  ...emptyDocument,
  image: { id: 'id', name: 'photo', width: 1000, height: 1000 },
  canvas: { width: 500, height: 500 },
  placement: { x: 0, y: 0, width: 500, height: 500 },
  regions: [
    {
      id: 'region-1',
      name: 'Region 1',
      isHidden: false,
      rings: [ringOfRect({ x: 100, y: 100, width: 200, height: 200 })],
    },
    {
      id: 'region-2',
      name: 'Region 2',
      isHidden: true,
      rings: [ringOfRect({ x: 600, y: 600, width: 200, height: 200 })],
    },
  ],
};

test('a mask is measured in the image by default: sister services of the same engine document it so', () => {
  expect(generationRequest(half, defaultSettings, {}).model_params.mask).toEqual({
    areas: [{ width: 1000, height: 1000, points: [100, 100, 100, 300, 300, 300, 300, 100] }],
  });
});

test('a hidden region is not sent: what is on screen is what is sent', () => {
  const mask = generationRequest(half, defaultSettings, {}).model_params.mask;
  expect('areas' in mask && mask.areas).toHaveLength(1);
});

test('without any mask the areas are empty rather than missing, since the service demands the field', () => {
  const bare = { ...half, regions: [] };
  expect(generationRequest(bare, defaultSettings, {}).model_params.mask).toEqual({ areas: [] });
});

test('overlapping regions are sent as their union, which every way of filling reads alike', () => {
  const overlapping = {
    ...half,
    regions: half.regions.map((region) => ({
      ...region,
      isHidden: false,
      rings: [ringOfRect({ x: region.id === 'region-1' ? 0 : 50, y: 0, width: 100, height: 100 })],
    })),
  };
  expect(generationRequest(overlapping, defaultSettings, {}).model_params.mask).toEqual({
    areas: [{ width: 1000, height: 1000, points: [0, 0, 0, 100, 150, 100, 150, 0] }],
  });
});

test('V8.1 is told of the mask by alpha: an opaque white-on-black file would repaint everything there', () => {
  expect(
    Object.fromEntries(Object.entries(models).map(([name, { maskEncoding }]) => [name, maskEncoding])),
  ).toEqual({
    'mj-v7-upload-paint': 'luminance',
    'mj-v8.1-upload-paint': 'alpha',
  });
});

test('nothing is draggable and no Transformer is used: they keep positions of their own', () => {
  const offenders = filesIn('canvas').filter(({ text }) =>
    /\bdraggable\b|\bTransformer\b|\bonDrag/.test(text),
  );
  expect(offenders.map(({ path }) => path)).toEqual([]);
});

test('nothing is read back from Konva: the document is the truth', () => {
  const reading = /getPointerPosition|getIntersection|getClientRect|getImageData|toDataURL|toCanvas\(/;
  const offenders = filesIn('canvas').filter(({ text }) => reading.test(text));
  expect(offenders.map(({ path }) => path)).toEqual([]);
});

test('the proxy knows no way to cancel, list or price tasks: the service documents none', () => {
  const routes = filesIn('proxy').flatMap(({ text }) => [
    ...text.matchAll(/\.(get|post|put|delete|patch)\('(\/[^']*)'/g),
  ]);
  expect(
    routes.map(([, method]) => method).filter((method) => !['get', 'post'].includes(method ?? '')),
  ).toEqual([]);
});

test('the proxy reads bodies in one file alone: whatever else reads them gathers as many bytes and crumbs as are sent', () => {
  const others =
    /body-limit|\breq\.(?:raw\.body|text|json|parseBody|formData|blob|arrayBuffer)\b|\.iterator\(/;
  const readers = filesIn('proxy').filter(({ text }) => others.test(text));
  expect(readers.map(({ path }) => path)).toEqual(['proxy/http/requestBody.ts']);
});
