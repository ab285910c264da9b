import { models } from '../contract/model.ts';
import type { Document } from '../model/document/document.ts';
import { visibleRings } from '../model/document/region.ts';
import { rasteriseRings } from '../model/geometry/rings/rasteriseRings.ts';
import { encodeMaskPng } from '../model/mask/encodeMaskPng.ts';
import { maskFrame, ringsInFrame } from '../model/mask/maskFrame.ts';
import { storedZlib } from '../model/mask/storedZlib.ts';
import type { Settings } from '../model/request/settings.ts';

/** The mask image as it is sent: of the frame's size, in the encoding of the chosen model. */
export async function maskPng(document: Document, settings: Settings): Promise<Blob> {
  const frame = maskFrame(document, settings.maskFrame);
  const pixels = rasteriseRings(ringsInFrame(visibleRings(document.regions), frame), frame.size);
  const { maskEncoding } = models[settings.model];
  const png = await encodeMaskPng(pixels, frame.size, maskEncoding, deflate);
  return new Blob([png], { type: 'image/png' });
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Missing before Firefox 113 and Safari 16.4.
  if (typeof CompressionStream === 'undefined') return storedZlib(bytes);
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}
