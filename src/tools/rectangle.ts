import { ringOfRect } from '../model/mask/clipRings.ts';
import { drawInBox } from './drawInBox.ts';

export const rectangle = drawInBox({
  label: 'Rectangle',
  key: 'r',
  ringOf: ringOfRect,
  name: 'a rectangle',
  evenName: 'a square',
});
