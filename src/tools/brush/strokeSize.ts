import type { Document } from '../../model/document/document.ts';
import { imageScale } from '../../model/document/spaces.ts';
import { clamp } from '../../model/geometry/scalar.ts';
import type { PointerPosition, ToolContext, ToolInput } from '../tool.ts';
import type { ToolOptions } from '../toolOptions.ts';
import type { Sizing } from './strokeSession.ts';

/** The brush's diameter, in px of its unit. */
export const brushSizes = { min: 1, max: 500 } as const;

/** Up to a size, the step to the next one. */
const steps = [
  { upTo: 10, step: 1 },
  { upTo: 50, step: 5 },
  { upTo: 100, step: 10 },
  { upTo: 200, step: 25 },
  { upTo: brushSizes.max, step: 50 },
] as const;

/** In image px. An image that is stretched unevenly counts as one of the same area. */
export function brushRadius(options: ToolOptions, unitsPerPixel: number, document: Document): number {
  const { brushSize, brushUnit } = options;
  return (brushSize / 2) * (brushUnit === 'image' ? 1 : imagePerPixel(unitsPerPixel, document));
}

/** The size to which Alt-dragging has come: the outline follows the pointer sideways. */
export function draggedBrushSize(
  { from, sizeBefore }: Sizing,
  { screen, unitsPerPixel }: PointerPosition & ToolInput,
  { document, options }: ToolContext,
): number {
  const unit = options.brushUnit === 'image' ? imagePerPixel(unitsPerPixel, document) : 1;
  return clampBrushSize(sizeBefore + 2 * (screen.x - from.screen.x) * unit);
}

function imagePerPixel(unitsPerPixel: number, document: Document): number {
  const scale = imageScale(document);
  return unitsPerPixel / Math.sqrt(scale.x * scale.y);
}

/** The next larger round size. */
function largerBrushSize(size: number): number {
  const step = steps.find(({ upTo }) => size < upTo)?.step ?? 1;
  return clampBrushSize((Math.floor(size / step) + 1) * step);
}

/** The next smaller round size. */
function smallerBrushSize(size: number): number {
  const step = steps.find(({ upTo }) => size <= upTo)?.step ?? 1;
  return clampBrushSize((Math.ceil(size / step) - 1) * step);
}

/** The next round size in that direction, or with 0 the same. */
export function steppedBrushSize(size: number, step: -1 | 0 | 1): number {
  if (step === 0) return size;
  return step > 0 ? largerBrushSize(size) : smallerBrushSize(size);
}

function clampBrushSize(size: number): number {
  return clamp(Math.round(size), brushSizes.min, brushSizes.max);
}
