import type { Document } from '../../model/document/document.ts';
import { imageScale } from '../../model/document/spaces.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Mark } from '../draft.ts';
import type { DraftView, ToolContext } from '../tool.ts';
import type { Drawing, StrokeSession } from './strokeSession.ts';
import { brushRadius } from './strokeSize.ts';

/** The brush's outline at the pointer, and what has been drawn so far. */
export function strokeMarks(session: StrokeSession, context: ToolContext, view: DraftView): readonly Mark[] {
  const { document, options } = context;
  const { pointer, unitsPerPixel } = view;
  if (session.phase === 'drawing') return drawingMarks(session, document, pointer?.point);
  const radius = onCanvas(brushRadius(options, unitsPerPixel, document), document);
  if (session.phase === 'idle')
    return pointer === null ? [] : [{ kind: 'circle', centre: pointer.point, radius }];
  const { point } = session.from;
  return [
    { kind: 'circle', centre: point, radius },
    { kind: 'label', text: `${options.brushSize} px`, at: point },
  ];
}

/** The dabs go as they are: a long stroke is drawn anew in every frame. */
function drawingMarks(
  { dabs, radius, effect }: Drawing,
  document: Document,
  pointer: Point | undefined,
): readonly Mark[] {
  const stroke: Mark = { kind: 'stroke', dabs, radius: onCanvas(radius, document), effect };
  if (pointer === undefined) return [stroke];
  const reach = radius * (dabs.at(-1)?.share ?? 1);
  return [stroke, { kind: 'circle', centre: pointer, radius: onCanvas(reach, document) }];
}

/** Canvas px on each axis of a length in image px. */
function onCanvas(length: number, document: Document): Point {
  const scale = imageScale(document);
  return { x: length * scale.x, y: length * scale.y };
}
