import { type Rect, rectOfSize, type Size } from '../../model/geometry/rect.ts';

export type Layout = { readonly image: Size; readonly placement: Rect; readonly canvas: Size };

/**
 * Where a mask's frame lies, in canvas px. The documentation does not say in which coordinates a mask is, and its own
 * example has a frame of 100 × 100 on a canvas of 1024 × 1024; sister services say "of the original image". So a frame
 * spans the placed image, whatever its size, except where its size can only be meant as the canvas's.
 */
export function frameOnCanvas(frame: Size, { image, placement, canvas }: Layout): Rect {
  return isSameSize(frame, canvas) && !isSameSize(frame, image) ? rectOfSize(canvas) : placement;
}

/** A mask image, unlike an area, must have exactly the size of one of the two frames. */
export function isMaskImageSize(size: Size, { image, canvas }: Layout): boolean {
  return isSameSize(size, image) || isSameSize(size, canvas);
}

function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
