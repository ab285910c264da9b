import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { visibleRings } from '../document/region.ts';
import { intersectRects, rectOfSize } from '../geometry/rect.ts';
import { rasteriseRings } from '../geometry/rings/rasteriseRings.ts';
import type { PixelMask } from '../pixels/pixels.ts';
import type { MaskFrameKind } from './maskFrame.ts';
import { maskFrame, maskFrameOnCanvas, ringsInFrame } from './maskFrame.ts';

/**
 * The canvas's pixels that the service was asked to leave alone: those on the image whose centre lies on no masked pixel
 * of the mask as it was sent. Judged by that mask's own pixels, not by the regions: what was rounded on the way counts.
 */
export function keptPixels(document: Document, kind: MaskFrameKind): PixelMask {
  const { width, height } = document.canvas;
  const bits = new Uint8Array(width * height);
  const covered = coveredRect(document);
  if (covered === undefined) return { width, height, bits };
  for (let y = covered.y; y < covered.y + covered.height; y++) {
    bits.fill(1, y * width + covered.x, y * width + covered.x + covered.width);
  }
  clearMasked(bits, document, kind);
  return { width, height, bits };
}

function clearMasked(bits: Uint8Array, document: Document, kind: MaskFrameKind): void {
  const frame = maskFrame(document, kind);
  const mask = rasteriseRings(ringsInFrame(visibleRings(document.regions), frame), frame.size);
  const on = maskFrameOnCanvas(document, kind);
  const visible = intersectRects(on, rectOfSize(document.canvas));
  if (visible === undefined) return;
  const column = (x: number) => Math.floor(((x - on.x + 0.5) * frame.size.width) / on.width);
  const columns = Int32Array.from({ length: visible.width }, (_, offset) => column(visible.x + offset));
  for (let y = visible.y; y < visible.y + visible.height; y++) {
    const maskRow = Math.floor(((y - on.y + 0.5) * frame.size.height) / on.height) * frame.size.width;
    const start = y * document.canvas.width + visible.x;
    for (let offset = 0; offset < visible.width; offset++) {
      if (mask[maskRow + (columns[offset] ?? 0)] === 255) bits[start + offset] = 0;
    }
  }
}
