import type { ToolId } from '../../../tools/registry.ts';

export const toolNames: Readonly<Record<ToolId, string>> = {
  move: 'Move image',
  select: 'Select',
  brush: 'Brush',
  eraser: 'Eraser',
  lasso: 'Lasso',
  polygon: 'Polygon',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  wand: 'Magic wand',
  pan: 'Pan',
};
