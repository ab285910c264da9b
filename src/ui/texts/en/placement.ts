export const placement = {
  title: 'Image',
  fit: { name: 'Fit', tip: 'The whole image, as large as the canvas takes it' },
  fill: { name: 'Fill', tip: 'As small as it still covers the canvas' },
  centre: { name: 'Centre', tip: 'In the middle, in its present size' },
  originalSize: {
    name: 'Original size',
    shortName: 'Original',
    tip: 'Original size: one canvas px for each image px',
  },
  fields: { x: 'Image x', y: 'Image y', width: 'Image width', height: 'Image height' },
  marks: { x: 'X', y: 'Y', width: 'W', height: 'H' },
  keepProportions: 'Keep proportions',
};
