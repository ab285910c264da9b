import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { visibleRings } from '../document/region.ts';
import { imageScale } from '../document/spaces.ts';
import { type EdgeValues, zeroEdges } from '../geometry/edges.ts';
import type { Rect } from '../geometry/rect.ts';
import { countPixels } from '../geometry/rings/rasteriseRings.ts';
import type { Rings } from '../geometry/rings/ring.ts';

/** What becomes of the canvas's pixels: the photograph kept, masked parts of it repainted, the rest generated. */
export type Coverage = { readonly kept: number; readonly repainted: number; readonly generated: number };

export type Layout = {
  /** Canvas px between each edge of the canvas and the image, 0 where the image reaches it. */
  readonly margins: EdgeValues;
  /** Canvas px by which the image reaches beyond each edge of the canvas, 0 where it does not. */
  readonly overhang: EdgeValues;
  /** Canvas px; they sum to the canvas's area. */
  readonly pixels: Coverage;
  /** Parts of the canvas's area; they sum to 1. */
  readonly shares: Coverage;
};

/**
 * Counting the pixels of a large mask takes tens of milliseconds, and panels, problems and every letter of the prompt
 * ask again: as documents are immutable, each is counted once.
 */
const layouts = new WeakMap<Document, Layout>();

/** A pixel is repainted when its centre is in a visible region and on the image. */
export function layoutOf(document: Document): Layout {
  const layout = layouts.get(document) ?? measureLayout(document);
  layouts.set(document, layout);
  return layout;
}

function measureLayout(document: Document): Layout {
  const { width, height } = document.canvas;
  const area = width * height;
  const covered = coveredRect(document);
  const coveredArea = covered === undefined ? 0 : covered.width * covered.height;
  const repainted = covered === undefined ? 0 : countPixels(ringsWithin(covered, document), covered);
  const pixels = { kept: coveredArea - repainted, repainted, generated: area - coveredArea };
  const gaps = edgeGaps(document);
  return {
    margins: mapEdges(gaps, (gap) => Math.max(0, gap)),
    overhang: mapEdges(gaps, (gap) => Math.max(0, -gap)),
    pixels,
    shares: {
      kept: pixels.kept / area,
      repainted: pixels.repainted / area,
      generated: pixels.generated / area,
    },
  };
}

/** The visible regions in px of `rect`, itself in canvas px; scanning only as many rows as the rectangle has. */
function ringsWithin(rect: Rect, document: Document): Rings {
  const scale = imageScale(document);
  const left = document.placement.x - rect.x;
  const top = document.placement.y - rect.y;
  return visibleRings(document.regions).map((ring) =>
    ring.map(({ x, y }) => ({ x: left + x * scale.x, y: top + y * scale.y })),
  );
}

/** From the canvas's edges inwards to the image's; negative where the image reaches beyond. */
function edgeGaps({ image, canvas, placement }: Document): EdgeValues {
  if (image === null) return zeroEdges;
  return {
    top: placement.y,
    right: canvas.width - placement.x - placement.width,
    bottom: canvas.height - placement.y - placement.height,
    left: placement.x,
  };
}

function mapEdges({ top, right, bottom, left }: EdgeValues, change: (value: number) => number): EdgeValues {
  return { top: change(top), right: change(right), bottom: change(bottom), left: change(left) };
}
