import type { AreaFault } from '../../../contract/area.ts';
import { limits, limitText } from '../../../contract/limits.ts';
import { foreignType } from '../../../model/files/foreignImage.ts';
import type { FileFormat } from '../../../model/files/sniffImageType.ts';
import type { Refusal } from '../../../store/notice.ts';
import type { Sentences } from '../sentence.ts';
import { counted } from './counted.ts';

const formats: Readonly<Record<FileFormat, string>> = {
  pdf: 'a PDF',
  tiff: 'a TIFF image',
  bmp: 'a BMP image',
  photoshop: 'a Photoshop document',
  icon: 'an icon file',
  jpegXl: 'a JPEG XL image',
  jpeg2000: 'a JPEG 2000 image',
  avif: 'an AVIF image',
  heic: 'a HEIC photo',
  video: 'a video',
  zip: 'a ZIP archive',
  svg: 'an SVG drawing',
  webPage: 'a web page',
  text: 'a text file',
};

const areaFaults: Readonly<Record<AreaFault, string>> = {
  noObject: 'is not an object with width, height and points',
  otherFields: 'has other fields than width, height and points',
  noPoints: 'has no list of points',
  fewVertices: 'has fewer than 3 vertices',
  oddPoints: 'has an x without a y at the end of its points',
  pointsNotWhole: 'has points that are no numbers of px',
  widthNotWhole: 'has a width that is no whole number of px',
  heightNotWhole: 'has a height that is no whole number of px',
};

const whatOpens = 'Open a JPEG, PNG, WebP, GIF, AVIF or BMP.';
/** A format of images that other browsers open. */
const notHere = (format: FileFormat) =>
  `This is ${formats[format]}, which this browser cannot open. Save it as a JPEG or PNG, and open that.`;

/** Why a file or a text was not taken: what is wrong with it, and what would do. */
export const refusals: Sentences<Refusal, 'reason'> = {
  unreadable: 'The file could not be read: it may be a folder, or have been moved or changed.',
  empty: `The file is empty. ${whatOpens}`,
  damaged: 'The image is damaged or incomplete and cannot be opened.',
  unsupported: ({ format }) =>
    foreignType(format) && format
      ? notHere(format)
      : `${format ? `This is ${formats[format]}.` : 'This is not an image.'} ${whatOpens}`,
  tooManyBytes: ({ bytes, bytesMax }) =>
    `The file has ${Math.ceil(bytes / 1024 / 1024)} MB; at most ${limitText(bytesMax)} can be opened.`,
  tooManyPixels: ({ pixels }) =>
    `The image has ${Math.ceil(pixels / 1e6)} megapixels; at most ${limits.filePixelsMax / 1e6} can be opened.`,
  tooManyPixelsHere: ({ pixels }) =>
    `This browser has no memory to decode an image of ${Math.ceil(pixels / 1e6)} megapixels. ` +
    'Scale it down elsewhere, and open that: no more than 4096 px a side are sent.',
  noPhotograph: 'Open a photograph first: a mask belongs to one.',
  nothingMasked: 'Nothing in this picture is masked: neither white nor opaque.',
  jsonTooLarge: notAdded('the file is larger than 5 MB'),
  areasTooLarge: notAdded('the text is larger than 5 MB'),
  noAreas: notAdded('this is no JSON with areas in it (areas, a mask, a request, COCO or labelme)'),
  noPolygons: notAdded('there are no polygons in it'),
  severalImages: notAdded('it is of several images, and none has the name or alone the size of this one'),
  emptyList: notAdded('the list of areas is empty'),
  tooManyAreas: notAdded(`there are more than ${counted(limits.areasMax, 'area', 'areas')}`),
  tooManyVertices: notAdded(`the areas have more than ${counted(limits.verticesMax, 'vertex', 'vertices')}`),
  malformedArea: ({ number, fault }) => notAdded(`area ${number} ${areaFaults[fault]}`),
  areasWithoutImage: notAdded('open the image first that the areas belong to'),
  areasFarOff: notAdded('the areas lie far beyond the image'),
  areasTangled: notAdded('the outlines cross themselves too often to be a mask'),
  areasEncloseNothing: notAdded('the areas enclose nothing'),
};

function notAdded(why: string): string {
  return `Nothing was added: ${why}.`;
}
