import type { Document } from '../model/document/document.ts';
import type { Point } from '../model/geometry/point.ts';
import type { Rect } from '../model/geometry/rect.ts';
import type { Rings } from '../model/geometry/rings/ring.ts';

/** How a style is drawn is the canvas's matter; the tool says what the mark is. Coordinates are in the draft's canvas px, unless another space is named. */
export type Mark =
  /** An outline: of what is being drawn (`draft`), or of a box. */
  | {
      readonly kind: 'path';
      readonly points: readonly Point[];
      readonly isClosed: boolean;
      readonly style: PathStyle;
    }
  /** The outline of a region. Its rings are in image px, so that its path is made once and not in every frame. */
  | { readonly kind: 'outline'; readonly rings: Rings; readonly style: OutlineStyle }
  /** Handles of one style, drawn in one go. A `ghost` stands where a vertex would be inserted. */
  | { readonly kind: 'handles'; readonly points: readonly Point[]; readonly style: HandleStyle }
  /** A snap line right across the view, at x (vertical) or y (horizontal). */
  | { readonly kind: 'guide'; readonly axis: 'x' | 'y'; readonly at: number }
  /** Short text beside a point, such as "640 × 427". */
  | { readonly kind: 'label'; readonly text: string; readonly at: Point }
  /** A grip on an edge of the canvas: a bar centred at that point, lying along that axis like the edge. */
  | { readonly kind: 'grip'; readonly at: Point; readonly axis: 'x' | 'y' }
  /** A brush's outline; its radius differs by axis where the image is stretched. */
  | { readonly kind: 'circle'; readonly centre: Point; readonly radius: Point }
  /** An unfinished stroke. `radius`: that of a dab whose share is 1. */
  | {
      readonly kind: 'stroke';
      readonly dabs: readonly Dab[];
      readonly radius: Point;
      readonly effect: StrokeEffect;
    };

/** Where a brush was, and how much of its radius it had there: 1 unless a pen is pressed harder or less. */
export type Dab = Point & { readonly share: number };

/** `draft`: what is being drawn; the other two drafts are cut out of the mask, or keep of it what is inside. */
export type PathStyle = 'draft' | 'draftSubtract' | 'draftIntersect' | 'box';
export type OutlineStyle = 'selected' | 'hovered';
export type StrokeEffect = 'paint' | 'erase';
export type HandleStyle = 'scale' | 'vertex' | 'denseVertex' | 'selectedVertex' | 'ghost' | 'close';

/**
 * The document as it would be if the gesture ended now (drawn in place of the committed one; untouched parts must be
 * the same objects), and marks on top of it.
 */
export type Draft = {
  readonly document?: Document;
  /**
   * Where the draft document's top-left corner lies in the committed document, in canvas px; (0, 0) when absent.
   * Dragging the left or top edge of the canvas moves it. The view is drawn moved by `origin · zoom`, marks and all, so
   * that the picture stays where it is on screen; pointer events keep coming in the committed document's canvas px.
   */
  readonly origin?: Point;
  readonly marks: readonly Mark[];
};

export const noDraft: Draft = { marks: [] };

export function rectPath(rect: Rect, style: PathStyle): Mark {
  const { x, y, width, height } = rect;
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { kind: 'path', points, isClosed: true, style };
}
