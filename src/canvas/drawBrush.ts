import { canvasToScreen } from '../model/document/spaces.ts';
import { distance } from '../model/geometry/point.ts';
import { type Disc, strokeOutline } from '../model/geometry/rings/strokeOutline.ts';
import type { Viewport } from '../model/geometry/viewport.ts';
import type { Mark, StrokeEffect } from '../tools/draft.ts';
import { palette, repaintedOpacity } from './palette.ts';

type Context = CanvasRenderingContext2D;
type Circle = Extract<Mark, { kind: 'circle' }>;
type Stroke = Extract<Mark, { kind: 'stroke' }>;

const strokePaints: Record<StrokeEffect, { colour: string; opacity: number }> = {
  paint: { colour: palette.repainted, opacity: repaintedOpacity },
  erase: { colour: palette.stage, opacity: 0.6 },
};

/** A light line within a dark one, which can be seen on any photograph. */
export function drawCircle(context: Context, { centre, radius }: Circle, view: Viewport) {
  const { x, y } = canvasToScreen(centre, view);
  context.beginPath();
  context.ellipse(x, y, radius.x * view.zoom, radius.y * view.zoom, 0, 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = palette.stage;
  context.globalAlpha = 0.55;
  context.stroke();
  context.globalAlpha = 1;
  context.lineWidth = 1.25;
  context.strokeStyle = palette.handle;
  context.stroke();
}

/** A stroke of one width is one thick line; else its outline is filled, just as it will be committed. */
export function drawStroke(context: Context, stroke: Stroke, view: Viewport) {
  const [first] = stroke.dabs;
  if (first === undefined) return;
  const { radius, effect, dabs } = stroke;
  const isEven = dabs.length > 1 && dabs.every((dab) => dab.share === first.share);
  const { colour, opacity } = strokePaints[effect];
  context.save();
  context.translate(view.origin.x, view.origin.y);
  context.scale(1, radius.y / radius.x);
  context.globalAlpha = opacity;
  const discs = visibleDiscs(roundDiscs(stroke, view));
  if (isEven) drawLine(context, discs, colour);
  else fillOutline(context, discs, colour);
  context.restore();
}

/** The dabs in CSS px from the view's origin, squeezed along y so that they are round. */
function roundDiscs({ dabs, radius }: Stroke, { zoom }: Viewport): readonly Disc[] {
  const squeeze = (zoom * radius.x) / radius.y;
  return dabs.map(({ x, y, share }) => ({ x: x * zoom, y: y * squeeze, radius: radius.x * zoom * share }));
}

/** In CSS px. */
const noticeable = 0.5;

/** A slow hand's dabs lie closer together than can be seen, and the whole stroke is drawn in every frame. */
function visibleDiscs(discs: readonly Disc[]): readonly Disc[] {
  let shown: Disc | undefined;
  return discs.filter((disc, index) => {
    const isShown =
      shown === undefined ||
      index === discs.length - 1 ||
      distance(shown, disc) + Math.abs(shown.radius - disc.radius) >= noticeable;
    if (isShown) shown = disc;
    return isShown;
  });
}

function drawLine(context: Context, discs: readonly Disc[], colour: string) {
  context.beginPath();
  for (const { x, y } of discs) context.lineTo(x, y);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 2 * (discs[0]?.radius ?? 0);
  context.strokeStyle = colour;
  context.stroke();
}

function fillOutline(context: Context, discs: readonly Disc[], colour: string) {
  context.beginPath();
  for (const { x, y } of strokeOutline(discs)) context.lineTo(x, y);
  context.fillStyle = colour;
  context.fill('nonzero');
}
