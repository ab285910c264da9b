import type { CombineMode } from '../../../model/mask/applyShape.ts';
import type { BoxShapeName, DrawingObstacle, Hint } from '../../../tools/hint.ts';
import type { Sentences } from '../sentence.ts';

const shapes: Readonly<Record<BoxShapeName, { readonly any: string; readonly even: string }>> = {
  rectangle: { any: 'a rectangle', even: 'a square' },
  ellipse: { any: 'an ellipse', even: 'a circle' },
};

const nothing: Readonly<Record<CombineMode, string>> = {
  new: 'Nothing was added',
  add: 'Nothing was added',
  subtract: 'Nothing was subtracted',
  intersect: 'Nothing was changed',
};

const obstacles: Readonly<Record<DrawingObstacle, string>> = {
  noArea: 'that shape has no area. Draw it wider.',
  besideImage: 'that shape lies beside the image.',
  inRegion: 'all of that shape is in a region already.',
  touchesNothing: 'that shape touches no region.',
  leavesNothingOut: 'that shape leaves nothing out.',
};

/** What the active tool can do now, in one line, or why the last thing came to nothing. */
export const hints: Sentences<Hint> = {
  'drawing.openImage': 'Open an image first: regions are drawn on it.',
  'drawing.nothing': ({ mode, obstacle }) => `${nothing[mode]}: ${obstacles[obstacle]}`,
  'stroke.rest': ({ effect }) =>
    `${effect === 'paint' ? 'Drag to paint, right button to erase' : 'Drag to erase'}. ` +
    'Shift-click for a line. Size: [ and ], Alt-wheel.',
  'stroke.drawing': 'Release to finish the stroke. Esc drops it.',
  'stroke.sizing': ({ size }) =>
    `Drag right for a larger brush, left for a smaller one: ${size} px. Esc leaves it as it was.`,
  'stroke.nothingErased': 'Nothing was erased: that stroke touches no region.',
  'lasso.rest': (rest) => `Drag around what is to be repainted.${modeKeys(rest)}`,
  'lasso.drawing': 'Let go to close the shape. Esc cancels.',
  'polygon.rest': (rest) => `Click or drag to place the points of a region.${modeKeys(rest)}`,
  'polygon.open': 'Place at least three points. Shift keeps to 45°, Backspace takes one back, Esc cancels.',
  'polygon.closable':
    'Close it at the first point or by Enter. Shift keeps to 45°, Backspace takes one back.',
  'box.rest': (rest) => `Drag to draw ${shapes[rest.shape].any}.${modeKeys(rest)}`,
  'box.drawing': ({ shape }) =>
    `Shift draws ${shapes[shape].even}, Alt from the centre. Space moves it, Esc cancels.`,
  'wand.rest': (rest) => `Click a colour to mask what is similar.${modeKeys(rest)}`,
  'wand.asking': 'Looking for similar colours…',
  'wand.adjusting': 'Press Enter to keep this outline, Esc for the one before.',
  'wand.besideImage': 'There are no colours beside the photograph: click on it.',
  'wand.unreadable': 'The colours of the photograph could not be read.',
  'wand.onlySpecks': 'Nothing was changed: only specks are so similar. Raise the tolerance.',
  'select.noRegions': 'No regions yet: draw one with any of the drawing tools.',
  'select.rest': 'Click a region to select it, Shift-click adds. Drag across several to select them all.',
  'select.ofRegions': 'Drag to move, with Alt a copy. Drag an edge to add a vertex, Alt-click to remove one.',
  'select.ofVertices': 'Drag to move the vertices, Shift-click adds. Arrows nudge, Delete removes.',
  'select.dragRegions': 'Alt moves a copy, Shift keeps to one axis, Esc cancels.',
  'select.dragVertices': 'Shift keeps to one axis, Ctrl or Cmd turns snapping off, Esc cancels.',
  'select.marquee':
    'Release to select what the box touches: a selected region’s vertices, or regions. Shift adds.',
  'move.openImage': 'Open an image to place it on the canvas.',
  'move.rest': 'Drag the image to move it, a handle to scale it, or an edge of the canvas. Arrows nudge.',
  'move.handle': ({ isCorner }) =>
    `Shift ${isCorner ? 'scales freely' : 'keeps the ratio'}, Alt scales from the centre, Ctrl or Cmd turns snapping off.`,
  'move.edge': 'Alt moves the opposite edge too, Ctrl or Cmd turns snapping off.',
  'move.image': 'Shift keeps to one axis, Ctrl or Cmd turns snapping off.',
  'pan.rest': 'Drag to move the view. Scroll to zoom.',
};

function modeKeys({ hasModeKeys }: { readonly hasModeKeys: boolean }): string {
  return hasModeKeys ? ' Shift adds, Alt subtracts, both keep the overlap.' : '';
}

export const statusLine = {
  resultShown: 'A result is shown. Hold C to see the layout; a tool or Esc leads back to it.',
};
