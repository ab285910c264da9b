import type { ImageCopy } from '../../../model/document/document.ts';
import type { Extra, Obstacle } from '../../../model/files/fileFindings.ts';
import type { SentForm } from '../../../model/files/sentForm.ts';
import type { Size } from '../../../model/geometry/rect.ts';

const extras: Readonly<Record<Extra, string>> = {
  location: 'where it was taken',
  metadata: 'camera data, times and texts',
  otherData: 'what hangs behind the picture, such as a video',
};

const obstacles: Readonly<Record<Obstacle, string>> = {
  format: 'it is neither JPEG nor PNG',
  animated: 'it is animated',
  turned: 'it is stored turned',
  profile: 'its colour profile is not sRGB',
  cmyk: 'its colours are CMYK',
  depth: 'it has more than 8 bits a colour',
  coding: 'not every program reads its kind of pixels alike',
  damaged: 'its file is damaged',
  large: 'it is larger than is sent',
  heavy: 'its file is larger than the server takes',
};

const copies: Readonly<Record<ImageCopy['reason'], (file: Size) => string>> = {
  large: ({ width, height }) => `scaled down from ${width} × ${height} px`,
  damaged: () => 'as far as its damaged file could be read',
  turned: () => 'turned upright',
};

/** What leaves of the photo's file, and why. `size`: as it is sent, in px. */
export function sentPhoto(form: SentForm, { width, height }: Size, copy: ImageCopy | undefined): string {
  const made = copy ? `the copy made when it was opened, ${copies[copy.reason](copy)}` : undefined;
  if (form.kind === 'file') {
    return `Photo: sent as ${made ?? 'the file is, which has nothing in it but the picture'}.`;
  }
  if (form.kind === 'picture') {
    return `Photo: sent with the very pixels of the file, without ${list(form.extras.map((extra) => extras[extra]))}.`;
  }
  const why = list(form.obstacles.map((obstacle) => obstacles[obstacle]));
  const of = made ? ` of ${made}` : '';
  return `Photo: encoded anew for sending${of}, ${width} × ${height} px in sRGB without metadata, as ${why}.`;
}

/** Of a photo that is encoded anew. */
export const alteredPhoto =
  'This browser alters pictures that a page writes, to hide you from trackers: what is sent may differ by a shade. ' +
  'Let this site read canvases, or open a JPEG or PNG in sRGB, to send exactly what you see.';

function list(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}
