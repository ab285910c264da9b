import type { Edge } from '../../../model/geometry/edges.ts';

/** For each edge of the canvas. */
type EdgeTexts = Readonly<Record<Edge, string>>;

export const edgeNames: EdgeTexts = { top: 'Top', right: 'Right', bottom: 'Bottom', left: 'Left' };

const extendEdge: EdgeTexts = {
  top: 'Extend top',
  right: 'Extend right',
  bottom: 'Extend bottom',
  left: 'Extend left',
};

export const canvasSize = {
  title: 'Canvas',
  width: 'Canvas width',
  widthMark: 'W',
  height: 'Canvas height',
  heightMark: 'H',
  swap: 'Swap width and height',
  ratio: 'Ratio',
  asImage: 'As image',
  asImageShort: 'Image',
  extendBy: 'Extend by',
  extendEdge,
  extend: 'Extend',
};
