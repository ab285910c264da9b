import { ringOfRect } from '../../model/geometry/rings/clipRings.ts';
import { drawInBox } from '../drawing/drawInBox.ts';

export const rectangle = drawInBox({
  shape: 'rectangle',
  key: 'r',
  ringOf: ringOfRect,
});
