import { resolve } from 'node:path';
import sharp from 'sharp';
import type { Document } from '../../src/model/document/document.ts';
import { visibleRings } from '../../src/model/document/region.ts';
import { moveRings } from '../../src/model/document/regions.ts';
import { vertexCount } from '../../src/model/geometry/rings/ring.ts';
import { growRegions, smoothRegions } from '../../src/model/mask/operations/reshapeRegions.ts';
import { simplifyRegions } from '../../src/model/mask/operations/simplifyRegions.ts';
import { outlinePixels } from '../../src/model/pixels/outlinePixels.ts';
import type { Pixels } from '../../src/model/pixels/pixels.ts';
import { similarPixels } from '../../src/model/pixels/similarPixels.ts';
import { layoutOf } from '../../src/model/request/layout.ts';
import { regionWarnings } from '../../src/model/request/regionWarnings.ts';
import { gestures, masks, shapes } from './maskGestures.ts';
import { fullMask } from './maskScene.ts';
import { report, reportTime } from './timing.ts';

const photographs = resolve('public/samples');
/** Photographs, and where of them the wand picks its colour: as shares of their sides. */
const picks = [
  ['coffee.png', { x: 0.5, y: 0.5 }],
  ['chelsea.png', { x: 0.5, y: 0.2 }],
  ['rocket.jpg', { x: 0.2, y: 0.2 }],
] as const;
function timeCommits() {
  for (const [where, document] of masks) {
    for (const [name, finish] of gestures) {
      reportTime(`${name} of 500 points into ${where}`, finish(document));
    }
  }
}

/** What the panels ask after each commit: here one region of the mask has changed. */
function timePanels() {
  for (const [name, document] of [['200 × 50 vertices', fullMask], ...shapes] as const) {
    const size = document.image ?? document.canvas;
    const frame = { x: 500, y: 500, width: size.width - 1000, height: size.height - 1000 };
    const change = changing(document);
    reportTime(`layout of ${name}`, () => layoutOf(change()));
    reportTime(`warnings of ${name}, some off the frame`, () =>
      regionWarnings(change().regions, size, frame),
    );
  }
}

/** The document with its first region a little further down each time. */
function changing(document: Document): () => Document {
  const [first, ...others] = document.regions;
  let step = 0;
  return () => {
    step += 1;
    const moved = first && { ...first, rings: moveRings(first.rings, { x: 0, y: step }) };
    return { ...document, regions: moved ? [moved, ...others] : others };
  };
}

function timeOperations() {
  for (const [name, document] of shapes) {
    const ids = document.regions.map(({ id }) => id);
    report(name, `${vertexCount(visibleRings(document.regions))} vertices`);
    reportTime(`growing ${name} by 10 px`, () => growRegions(document, ids, 10));
    reportTime(`shrinking ${name} by 10 px`, () => growRegions(document, ids, -10));
    reportTime(`smoothing ${name} by 10 px`, () => smoothRegions(document, ids, 10));
    reportTime(`simplifying ${name} to 2 px`, () => simplifyRegions(document, ids, 2));
    for (const [gesture, finish] of gestures) reportTime(`${gesture} into ${name}`, finish(document));
  }
}

async function timeWand() {
  for (const [name, share] of picks) {
    const pixels = await twelveMegapixels(resolve(photographs, name));
    const at = { x: Math.round(pixels.width * share.x), y: Math.round(pixels.height * share.y) };
    for (const tolerance of [16, 32, 64]) {
      for (const isContiguous of [true, false]) {
        const question = { at, tolerance, isContiguous, sampleSize: 3 };
        const where = isContiguous ? 'contiguous' : 'everywhere';
        reportTime(`the wand on ${name}, tolerance ${tolerance}, ${where}`, () =>
          outlinePixels(similarPixels(pixels, question), pixels, 6000),
        );
      }
    }
  }
}

async function twelveMegapixels(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path)
    .resize(4000, 3000, { fit: 'cover' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

const parts = {
  commits: timeCommits,
  panels: timePanels,
  operations: timeOperations,
  wand: timeWand,
};
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();
