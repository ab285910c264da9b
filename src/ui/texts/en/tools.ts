import type { CombineMode } from '../../../model/mask/applyShape.ts';
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

type OptionTexts<Value extends string> = Readonly<
  Record<Value, { readonly label: string; readonly tip: string }>
>;

const maskModes: OptionTexts<CombineMode> = {
  new: { label: 'New', tip: 'A new region for each shape' },
  add: { label: 'Add', tip: 'Add to the mask: hold Shift when you press' },
  subtract: { label: 'Subtract', tip: 'Cut out of the mask: hold Alt when you press' },
  intersect: { label: 'Intersect', tip: 'Keep what both cover: hold Shift and Alt when you press' },
};

const brushUnits: OptionTexts<'screen' | 'image'> = {
  screen: { label: 'Screen px', tip: 'As large on screen at any zoom' },
  image: { label: 'Image px', tip: 'As large on the photograph at any zoom' },
};

export const toolOptions = {
  toolbar: 'Tools',
  close: 'Close',
  title: 'Tool options',
  maskMode: 'Mask mode',
  maskModes,
  brushSize: 'Brush size',
  brushSizeInPx: 'Brush size in px',
  brushUnit: 'Brush unit',
  brushUnits,
  pressure: 'Pressure',
  pressureTip: 'A pen pressed lightly draws thinner',
  tolerance: 'Tolerance',
  contiguous: 'Contiguous',
  contiguousTip: 'Only what is connected to the pixel that you click',
  sampleSize: 'Sample size',
  sampleSizeTip: 'How much around the pixel that you click counts for its colour',
};
