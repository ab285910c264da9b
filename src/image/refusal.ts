import { limits, limitText } from '../contract/limits.ts';

/** Why a file was not opened, with what to tell the person. Nothing else has happened: the open document stays. */
export type Refusal = {
  readonly kind: 'refused';
  readonly reason: 'unreadable' | 'empty' | 'tooManyBytes' | 'unsupported' | 'tooManyPixels' | 'damaged';
  readonly sentence: string;
};

function refusal(reason: Refusal['reason'], sentence: string): Refusal {
  return { kind: 'refused', reason, sentence };
}

const whatOpens = 'Open a JPEG, PNG, WebP or GIF.';

export const unreadableFile = refusal(
  'unreadable',
  'The file could not be read: it may be a folder, or have been moved or changed.',
);

export const emptyFile = refusal('empty', `The file is empty. ${whatOpens}`);

export const damagedImage = refusal('damaged', 'The image is damaged or incomplete and cannot be opened.');

/** `label` names what it is, with its article; undefined where nothing is known. */
export function unsupportedFile(label: string | undefined): Refusal {
  return refusal('unsupported', `${label ? `This is ${label}.` : 'This is not an image.'} ${whatOpens}`);
}

export function tooManyBytes(bytes: number, bytesMax: number): Refusal {
  return refusal(
    'tooManyBytes',
    `The file has ${Math.ceil(bytes / 1024 / 1024)} MB; at most ${limitText(bytesMax)} can be opened.`,
  );
}

export function tooManyPixels(pixels: number): Refusal {
  const most = limits.imagePixelsMax / 1e6;
  return refusal(
    'tooManyPixels',
    `The image has ${Math.ceil(pixels / 1e6)} megapixels; at most ${most} can be opened.`,
  );
}
