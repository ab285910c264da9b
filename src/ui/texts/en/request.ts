import { counted } from './counted.ts';

/** How the request is sent, and what it looks like. */
export const request = {
  title: 'Request',
  model: 'Model',
  maskFormat: 'Mask format',
  maskFormats: { polygons: 'Polygons', image: 'Mask image' },
  maskFrame: 'Mask frame',
  maskFrames: { image: 'Image', canvas: 'Canvas' },
  speed: 'Speed',
  speeds: { fast: 'Fast', turbo: 'Turbo' },
  turboNote: 'costs more',
  callbackUrl: 'Callback URL',
  callbackUrlPlaceholder: 'Optional, https://',
  downloadMask: 'Download mask',
  jsonTitle: 'JSON',
  copyJson: 'Copy JSON',
  copyCurl: 'Copy curl',
  json: 'Request JSON',
  placeholder: 'Filled in when it has been uploaded',
  /** `changes`: what the sent mask differs in from the regions, or only seems to. */
  summary: (amount: string, { width, height }: { width: number; height: number }, changes: string[]) =>
    `${[`${amount}, in a frame of ${width} × ${height} px`, ...changes].join('; ')}.`,
  maskImage: 'Mask image',
  areas: (areas: number, vertices: number) =>
    `${counted(areas, 'area', 'areas')}, ${counted(vertices, 'vertex', 'vertices')} in total`,
  isRounded: 'rounded to the frame’s pixels',
  isCut: 'cut at the photo’s edge, beside which everything is generated anyway',
  holesBridged: (holes: number) =>
    `${counted(holes, 'hole', 'holes')} bridged, covering exactly the same pixels`,
};
