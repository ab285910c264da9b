import type { MaskFrameKind } from '../../../model/mask/maskFrame.ts';
import type { MaskReading } from '../../../model/pixels/maskReading.ts';
import { counted } from './counted.ts';

const channels: Readonly<Record<MaskReading['channel'], string>> = {
  auto: 'Automatic',
  luminance: 'Brightness',
  alpha: 'Opacity',
  red: 'Red',
  green: 'Green',
  blue: 'Blue',
};

export const maskImport = {
  title: 'Import mask',
  cancel: 'Cancel',
  submit: 'Import',
  reading: 'Reading…',
  chooseFile: 'Choose a file',
  orDrop: 'or drop one here: PNG, JPEG, WebP, JSON',
  file: 'Mask file',
  areas: 'Areas JSON',
  areasPlaceholder: 'Or paste areas: [{"width": 640, "height": 427, "points": [0, 0, …]}]',
  chosen: 'The chosen mask',
  channel: 'Channel',
  channels,
  threshold: 'Threshold',
  isReady: 'Black and white, so it is ready as it is.',
  isNotReady: 'Not black and white: choose what counts as masked.',
  isStretched: 'It is stretched over the photograph.',
  adds: (regions: number, vertices: number) =>
    `Adds ${counted(regions, 'region', 'regions')} with ${counted(vertices, 'vertex', 'vertices')}.`,
};

export const maskExport = {
  title: 'Export mask',
  png: 'PNG',
  pngIs: (frame: MaskFrameKind) => `White on black, pixel for pixel as it is sent in the ${frame}’s frame`,
  downloadPng: 'Download PNG',
  svg: 'SVG',
  svgIs: 'The same in outlines, for drawing programs',
  downloadSvg: 'Download SVG',
  areas: 'Areas JSON',
  areasAre: 'The areas of a request, to import again or to send yourself',
  copy: 'Copy',
  copyAreas: 'Copy areas JSON',
  json: 'JSON',
  downloadAreas: 'Download areas JSON',
};
