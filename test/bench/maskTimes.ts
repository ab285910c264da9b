import { resolve } from 'node:path';
import { serialize } from 'node:v8';
import sharp from 'sharp';
import type { Document } from '../../src/model/document.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import { layoutOf } from '../../src/model/layout.ts';
import { growRegions, smoothRegions } from '../../src/model/mask/operations/reshapeRegions.ts';
import { simplifyRegions } from '../../src/model/mask/operations/simplifyRegions.ts';
import { vertexCount, visibleRings } from '../../src/model/mask/region.ts';
import { outlinePixels } from '../../src/model/pixels/outlinePixels.ts';
import type { Pixels } from '../../src/model/pixels/pixels.ts';
import { similarPixels } from '../../src/model/pixels/similarPixels.ts';
import { addRegion, moveRings } from '../../src/model/regions.ts';
import { regionWarnings } from '../../src/model/regionWarnings.ts';
import { brush } from '../../src/tools/brush.ts';
import { eraser } from '../../src/tools/eraser.ts';
import { lasso } from '../../src/tools/lasso.ts';
import { emptySelection, noModifiers, type Tool, type ToolContext } from '../../src/tools/tool.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { coast, emptyMask, fullMask, loop, scribble, star, wave } from './maskScene.ts';
import { report, reportTime } from './timing.ts';

const photographs = resolve('public/samples');
const masks = [
  ['an empty mask', emptyMask],
  ['200 × 50 vertices', fullMask],
] as const;
const gestures = [
  ['a brush stroke', (document: Document) => finished(brush, wave(500), document)],
  ['a brush scribble', (document: Document) => finished(brush, scribble(500), document)],
  ['an eraser stroke', (document: Document) => finished(eraser, wave(500), document)],
  ['a lasso', (document: Document) => finished(lasso, loop(500), document)],
  ['a lasso that crosses itself', (document: Document) => finished(lasso, scribble(500), document)],
] as const;
/** Photographs, and where of them the wand picks its colour: as shares of their sides. */
const picks = [
  ['coffee.png', { x: 0.5, y: 0.5 }],
  ['chelsea.png', { x: 0.5, y: 0.2 }],
  ['rocket.jpg', { x: 0.2, y: 0.2 }],
] as const;
const shapes = [
  ['a coast', addRegion(emptyMask, [coast(6000)])],
  ['a star', addRegion(emptyMask, [star(6000, 0.2)])],
] as const;

/** What letting go commits after a gesture through the points. */
function finished<Session extends { readonly phase: string }>(
  tool: Tool<Session>,
  points: readonly Point[],
  document: Document,
): () => Document {
  const options = { ...defaultToolOptions, brushSize: 80, maskMode: 'add' as const };
  const context: ToolContext = { document, selection: emptySelection, options };
  const event = (point: Point) => ({
    point,
    screen: point,
    modifiers: noModifiers,
    unitsPerPixel: 1,
    pressure: 0.5,
    isSecondary: false,
  });
  const [first = { x: 0, y: 0 }, ...others] = points;
  const last = points.at(-1) ?? first;
  const pressed = tool.handle(tool.idle, { type: 'down', clicks: 1, ...event(first) }, context).session;
  const drawn = tool.handle(pressed, { type: 'move', trail: others, ...event(last) }, context).session;
  return () => tool.handle(drawn, { type: 'up', ...event(last) }, context).commit ?? document;
}

/** Bytes of what of `after` is not shared with `before`: what one undo step keeps in memory. */
function stepBytes(before: Document, after: Document): number {
  const kept = new Set(before.regions);
  return serialize(after.regions.filter((region) => !kept.has(region))).byteLength;
}

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

function weighSteps() {
  for (const [where, document] of [...masks, ...shapes]) {
    for (const [name, finish] of gestures) {
      const kilobytes = stepBytes(document, finish(document)()) / 1000;
      report(`a step of ${name} into ${where}`, `${kilobytes.toFixed(1).padStart(7)} kB`);
    }
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
  steps: weighSteps,
  wand: timeWand,
};
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();
