import { ringOfRect } from '../../model/geometry/rings/clipRings.ts';
import { drawInBox } from '../drawing/drawInBox.ts';

export const rectangle = drawInBox({
  label: 'Rectangle',
  key: 'r',
  ringOf: ringOfRect,
  name: 'a rectangle',
  evenName: 'a square',
});
