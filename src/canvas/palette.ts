/** The stage's colours. Those of the legend are the same as in the page's theme. */
export const palette = {
  stage: '#17181b',
  canvasEdge: '#e6e9f0',
  canvasBackground: '#101115',
  accent: '#5b8cff',
  accentText: '#ffffff',
  repainted: '#ff4d8d',
  generated: '#2dd4bf',
  guide: '#ff9f43',
  handle: '#ffffff',
  checkerDark: '#26282e',
  checkerLight: '#303239',
} as const;

export const repaintedOpacity = 0.42;
export const generatedOpacity = 0.16;
export const generatedHatchOpacity = 0.55;
/** Of the part of the image that the canvas cuts off. */
export const overhangOpacity = 0.22;
