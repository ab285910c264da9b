import type { Document } from '../../src/model/document/document.ts';
import { addRegion } from '../../src/model/document/regions.ts';
import { addPoints, type Point } from '../../src/model/geometry/point.ts';
import { brush } from '../../src/tools/brush/tool.ts';
import { eraser } from '../../src/tools/eraser/tool.ts';
import { lasso } from '../../src/tools/lasso/tool.ts';
import { emptySelection } from '../../src/tools/selection.ts';
import { noModifiers, type Tool, type ToolContext } from '../../src/tools/tool.ts';
import { defaultToolOptions } from '../../src/tools/toolOptions.ts';
import { coast, emptyMask, fullMask, hatching, loop, scribble, star, wave } from './maskScene.ts';

export const masks = [
  ['an empty mask', emptyMask],
  ['200 × 50 vertices', fullMask],
] as const;

export const shapes = [
  ['a coast', addRegion(emptyMask, [coast(6000)])],
  ['a star', addRegion(emptyMask, [star(6000, 0.2)])],
] as const;

/** Gestures of 500 points. Given a document and by how many px to draw beside the usual place: what letting go commits. */
export const gestures = [
  ['a brush stroke', gesture(brush, wave(500))],
  ['a brush hatching', gesture(brush, hatching(500))],
  ['a brush scribble', gesture(brush, scribble(500))],
  ['an eraser stroke', gesture(eraser, wave(500))],
  ['a lasso', gesture(lasso, loop(500))],
  ['a lasso that crosses itself', gesture(lasso, scribble(500))],
] as const;

function gesture<Session extends { readonly phase: string }>(tool: Tool<Session>, points: readonly Point[]) {
  return (document: Document, shift = 0): (() => Document) =>
    finished(
      tool,
      points.map((point) => addPoints(point, { x: shift, y: shift })),
      document,
    );
}

/** What letting go commits after a gesture through the points. */
function finished<Session extends { readonly phase: string }>(
  tool: Tool<Session>,
  points: readonly Point[],
  document: Document,
): () => Document {
  const options = { ...defaultToolOptions, brushSize: 80, combineMode: 'add' as const };
  const context: ToolContext = { document, selection: emptySelection, options };
  const event = (point: Point) => ({
    point,
    screen: point,
    modifiers: noModifiers,
    unitsPerPixel: 1,
    pressure: 0.5,
    isSecondary: false,
    isTouch: false,
  });
  const [first = { x: 0, y: 0 }, ...others] = points;
  const last = points.at(-1) ?? first;
  const pressed = tool.handle(tool.idle, { type: 'down', clicks: 1, ...event(first) }, context).session;
  const drawn = tool.handle(pressed, { type: 'move', trail: others, ...event(last) }, context).session;
  return () => tool.handle(drawn, { type: 'up', ...event(last) }, context).commit ?? document;
}
