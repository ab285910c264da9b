/** Operations on the mask as a whole: on all visible regions. Hidden ones stay as they are. */
import type { Document } from '../../document/document.ts';
import { visibleRings } from '../../document/region.ts';
import { addRegion, appendRegions, changeRegions } from '../../document/regions.ts';
import { type Rect, rectOfSize } from '../../geometry/rect.ts';
import { ringOfRect } from '../../geometry/rings/clipRings.ts';
import { subtractRings } from '../../geometry/rings/combineRings.ts';
import type { Rings } from '../../geometry/rings/ring.ts';

/** What was masked on the image is not, and the rest of the image is: as one new region, unless nothing is left. */
export function invertMask(document: Document): Document {
  if (document.image === null) return document;
  const masked = visibleRings(document.regions);
  const rest = subtractRings([ringOfRect(rectOfSize(document.image))], masked);
  return appendRegions(clearMask(document), [rest]).document;
}

/** Removes all visible regions. */
export function clearMask(document: Document): Document {
  return changeRegions(document, (region) => (region.isHidden ? region : null));
}

/** Adds a region of the image's outermost `px` px along all four edges; where that is more than half, of all of it. */
export function borderRegion(document: Document, px: number): Document {
  const width = Math.round(px);
  if (document.image === null || width < 1) return document;
  return addRegion(document, borderRings(rectOfSize(document.image), width));
}

function borderRings(rect: Rect, width: number): Rings {
  const inner = {
    x: rect.x + width,
    y: rect.y + width,
    width: rect.width - 2 * width,
    height: rect.height - 2 * width,
  };
  if (inner.width <= 0 || inner.height <= 0) return [ringOfRect(rect)];
  return [ringOfRect(rect), ringOfRect(inner).toReversed()];
}
