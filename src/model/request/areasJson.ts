import type { Document } from '../document/document.ts';
import { maskAreas } from './request.ts';
import { readableJson } from './requestJson.ts';
import type { Settings } from './settings.ts';

/** The list of areas as the request holds it, in the frame of the settings, to read and to load again. */
export function areasJson(document: Document, { maskFrame }: Settings): string {
  return `${readableJson(maskAreas(document, maskFrame))}\n`;
}
