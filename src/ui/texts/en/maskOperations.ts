import type { AmountOperationId } from '../../../model/mask/operations/operationAmounts.ts';

type Offer = { readonly label: string; readonly tip: string };

const operations = {
  unite: { label: 'Union', tip: 'All that is in any of them, as one region' },
  subtract: { label: 'Subtract selection', tip: 'Cut the upper ones out of the lowest' },
  intersect: { label: 'Intersect selection', tip: 'Keep what all of them have in common' },
  invert: { label: 'Invert mask', tip: 'Keep what is masked, and mask the rest of the image' },
  fillHoles: { label: 'Fill holes', tip: 'Mask what their holes leave out' },
  split: { label: 'Split', tip: 'Make each part a region of its own' },
  convertToOne: { label: 'Convert to one', tip: 'Make one region of the whole mask' },
  clear: { label: 'Clear mask', tip: 'Delete all that is masked; hidden regions stay' },
};

const amountOperations: Readonly<Record<AmountOperationId, Offer>> = {
  grow: { label: 'Grow', tip: 'Move outlines outwards' },
  shrink: { label: 'Shrink', tip: 'Move outlines inwards' },
  smooth: { label: 'Smooth', tip: 'Round corners and even out steps' },
  simplify: { label: 'Simplify', tip: 'Drop vertices that hardly matter' },
  border: {
    label: 'Border',
    tip: 'Mask a border inside the image’s edge, to blend outpainting into the photograph',
  },
};

export const maskOperations = {
  title: 'Mask operations',
  onMask: 'On the mask',
  onAll: 'On all regions',
  onSome: (count: number, all: number) => `On ${count} of ${all} regions`,
  operations,
  amountOperations,
  selectAll: { label: 'Select all', tip: 'Select every visible region' },
  importMask: {
    label: 'Import mask',
    tip: 'Regions from a black-and-white image or from a request’s areas',
  },
  exportMask: { label: 'Export mask', tip: 'As PNG, SVG or the areas of a request' },
  /** Of an offer that is shown as an icon alone. */
  labelled: (label: string, tip: string) => `${label}: ${tip.charAt(0).toLowerCase()}${tip.slice(1)}`,
};

/** Why something cannot be done to the mask as it is. */
export const maskObstacles = {
  noImage: 'Open an image first',
  nothingMasked: 'Nothing is masked, or it is hidden',
  oneRegion: 'Takes two regions or more',
  oneSelected: 'Select two regions or more, or none to take all',
  noHole: 'There is no hole',
  oneParts: 'Every region is in one part',
};
