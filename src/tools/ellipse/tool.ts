import { ellipseRing } from '../../model/geometry/rings/ellipseRing.ts';
import { drawInBox } from '../drawing/drawInBox.ts';

export const ellipse = drawInBox({
  label: 'Ellipse',
  key: 'o',
  ringOf: ellipseRing,
  name: 'an ellipse',
  evenName: 'a circle',
});
