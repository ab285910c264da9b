import type { CombineMode } from '../model/mask/applyShape.ts';
import type { StrokeEffect } from './draft.ts';

/** What a tool has to say, as a code with the facts that its sentence needs; the page has the words. */
export type Hint =
  | { readonly code: 'move.openImage' | 'move.rest' | 'move.edge' | 'move.image' }
  | { readonly code: 'move.handle'; readonly isCorner: boolean }
  | { readonly code: 'select.noRegions' | 'select.rest' | 'select.ofRegions' | 'select.ofVertices' }
  | { readonly code: 'select.dragRegions' | 'select.dragVertices' | 'select.marquee' }
  | { readonly code: 'stroke.rest'; readonly effect: StrokeEffect }
  | { readonly code: 'stroke.drawing' }
  | { readonly code: 'stroke.sizing'; readonly size: number }
  | { readonly code: 'box.drawing'; readonly shape: BoxShapeName }
  | { readonly code: 'lasso.drawing' | 'polygon.open' | 'polygon.closable' }
  | { readonly code: 'wand.asking' | 'wand.adjusting' }
  | { readonly code: 'pan.rest' }
  | DrawingRest
  | DrawingNotice;

/** A tool that draws regions, before it is pressed. `hasModeKeys`: whether Shift and Alt choose what a shape does to the mask. */
type DrawingRest = { readonly hasModeKeys: boolean } & (
  | { readonly code: 'lasso.rest' | 'polygon.rest' | 'wand.rest' }
  | { readonly code: 'box.rest'; readonly shape: BoxShapeName }
);

/** Why a drawing came to nothing, or could not begin. */
export type DrawingNotice =
  | { readonly code: 'drawing.nothing'; readonly mode: CombineMode; readonly obstacle: DrawingObstacle }
  | { readonly code: 'drawing.openImage' | 'stroke.nothingErased' }
  | { readonly code: 'wand.besideImage' | 'wand.unreadable' | 'wand.onlySpecks' };

export type DrawingObstacle = 'noArea' | 'besideImage' | 'inRegion' | 'touchesNothing' | 'leavesNothingOut';

export type BoxShapeName = 'rectangle' | 'ellipse';
