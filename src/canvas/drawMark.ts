import { canvasToScreen } from '../model/document/spaces.ts';
import type { Point } from '../model/geometry/point.ts';
import type { Size } from '../model/geometry/rect.ts';
import type { Viewport } from '../model/geometry/viewport.ts';
import type { HandleStyle, Mark, OutlineStyle, PathStyle } from '../tools/draft.ts';
import { drawCircle, drawStroke } from './drawBrush.ts';
import { palette } from './palette.ts';
import { ringPaths } from './regionPath.ts';
import type { Scene } from './scene.ts';
import { inImageSpace, type Surface } from './surface.ts';

type Context = CanvasRenderingContext2D;
type Outline = Extract<Mark, { kind: 'outline' }>;

/** One mark of a tool. Sizes are CSS px, whatever the zoom. */
export function drawMark(surface: Surface, mark: Mark, { document, view }: Scene, visible: Size) {
  const { context } = surface;
  switch (mark.kind) {
    case 'outline':
      return inImageSpace(surface, document, view, (unit) => drawOutline(surface, mark, unit));
    case 'path':
      return drawPath(context, onScreen(mark.points, view), mark.isClosed, pathPaints[mark.style]);
    case 'handles':
      return drawHandles(context, onScreen(mark.points, view), handlePaints[mark.style]);
    case 'guide':
      return drawGuide(context, mark, view, visible);
    case 'label':
      return drawLabel(context, mark.text, canvasToScreen(mark.at, view), visible);
    case 'grip':
      return drawGrip(context, canvasToScreen(mark.at, view), mark.axis);
    case 'circle':
      return drawCircle(context, mark, view);
    case 'stroke':
      return drawStroke(context, mark, view);
  }
}

type PathPaint = { stroke: string; width: number; dash: number[]; fill?: string };

const pathPaints: Record<PathStyle, PathPaint> = {
  draft: { stroke: palette.repainted, width: 1.5, dash: [], fill: palette.repainted },
  draftSubtract: { stroke: palette.handle, width: 1.5, dash: [5, 4], fill: palette.stage },
  draftIntersect: { stroke: palette.repainted, width: 1.5, dash: [5, 4] },
  box: { stroke: palette.accent, width: 1, dash: [] },
};

const outlineWidths: Record<OutlineStyle, number> = { selected: 2, hovered: 1.5 };

/** `unit`: a CSS px in the context's units. */
function drawOutline({ context, pixelRatio }: Surface, { rings, style }: Outline, unit: number) {
  context.strokeStyle = palette.accent;
  context.lineWidth = outlineWidths[style] * unit;
  context.lineJoin = 'bevel';
  for (const ring of ringPaths(rings, pixelRatio / unit).rings) context.stroke(ring);
}

function drawPath(context: Context, points: readonly Point[], isClosed: boolean, paint: PathPaint) {
  const path = new Path2D();
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  if (isClosed) path.closePath();
  if (paint.fill && points.length > 2) {
    context.globalAlpha = 0.2;
    context.fillStyle = paint.fill;
    context.fill(path);
    context.globalAlpha = 1;
  }
  context.strokeStyle = paint.stroke;
  context.lineWidth = paint.width;
  context.setLineDash(paint.dash);
  context.stroke(path);
  context.setLineDash([]);
}

type HandlePaint = { shape: 'square' | 'circle'; size: number; fill: string; edge: string };

const handlePaints: Record<HandleStyle, HandlePaint> = {
  scale: { shape: 'square', size: 9, fill: palette.handle, edge: palette.accent },
  vertex: { shape: 'circle', size: 8, fill: palette.handle, edge: palette.accent },
  denseVertex: { shape: 'circle', size: 5, fill: palette.handle, edge: palette.accent },
  selectedVertex: { shape: 'circle', size: 10, fill: palette.accent, edge: palette.handle },
  ghost: { shape: 'circle', size: 7, fill: `${palette.accent}66`, edge: palette.handle },
  close: { shape: 'circle', size: 14, fill: `${palette.repainted}99`, edge: palette.handle },
};

/** All of one style in one path: thousands of vertices cost one fill and one stroke. */
function drawHandles(context: Context, points: readonly Point[], { shape, size, fill, edge }: HandlePaint) {
  const path = new Path2D();
  for (const { x, y } of points) {
    if (shape === 'square') path.rect(x - size / 2, y - size / 2, size, size);
    else {
      path.moveTo(x + size / 2, y);
      path.arc(x, y, size / 2, 0, 2 * Math.PI);
    }
  }
  context.fillStyle = fill;
  context.fill(path);
  context.strokeStyle = edge;
  context.lineWidth = 1.5;
  context.stroke(path);
}

function drawGuide(
  context: Context,
  { axis, at }: { axis: 'x' | 'y'; at: number },
  view: Viewport,
  visible: Size,
) {
  const on = canvasToScreen({ x: at, y: at }, view);
  context.strokeStyle = palette.guide;
  context.lineWidth = 1;
  context.beginPath();
  if (axis === 'x') {
    context.moveTo(on.x, 0);
    context.lineTo(on.x, visible.height);
  } else {
    context.moveTo(0, on.y);
    context.lineTo(visible.width, on.y);
  }
  context.stroke();
}

function drawLabel(context: Context, text: string, near: Point, visible: Size) {
  context.font = '500 11px "Inter Variable", system-ui, sans-serif';
  const width = Math.ceil(context.measureText(text).width) + 14;
  const x = Math.max(4, Math.min(visible.width - width - 4, near.x + 14));
  const y = Math.max(4, Math.min(visible.height - 26, near.y + 14));
  context.fillStyle = palette.accent;
  context.beginPath();
  context.roundRect(x, y, width, 22, 5);
  context.fill();
  context.fillStyle = palette.accentText;
  context.textBaseline = 'middle';
  context.fillText(text, x + 7, y + 11.5);
}

function drawGrip(context: Context, { x, y }: Point, axis: 'x' | 'y') {
  const [width, height] = axis === 'x' ? [34, 5] : [5, 34];
  context.fillStyle = palette.canvasEdge;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 2.5);
  context.fill();
}

function onScreen(points: readonly Point[], view: Viewport): Point[] {
  return points.map((point) => canvasToScreen(point, view));
}
