import { ellipseRing } from '../model/mask/ellipseRing.ts';
import { drawInBox } from './drawInBox.ts';

export const ellipse = drawInBox({
  label: 'Ellipse',
  key: 'o',
  ringOf: ellipseRing,
  name: 'an ellipse',
  evenName: 'a circle',
});
