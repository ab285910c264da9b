import { ellipseRing } from '../../model/geometry/rings/ellipseRing.ts';
import { drawInBox } from '../drawing/drawInBox.ts';

export const ellipse = drawInBox({
  shape: 'ellipse',
  key: 'o',
  ringOf: ellipseRing,
});
