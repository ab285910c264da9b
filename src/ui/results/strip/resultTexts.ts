import { imageExtensions, imageMimeTypes } from '../../../contract/imageType.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import { fileStem } from '../../kit/saveFile.ts';
import * as texts from '../../texts/texts.ts';
import type { CompletedGeneration } from './settledGenerations.ts';

/** The service promises one to four images, and does not say why there are fewer. */
export function returnedText({ isSandbox, phase }: CompletedGeneration): string {
  return texts.results.returned(phase.results.length, isSandbox);
}

export function timeText({ startedAt }: Pick<Generation, 'startedAt'>): string {
  return new Date(startedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** Under the photograph's name, with the number that the service gave the result. */
export function resultFileName(
  { document }: Pick<Generation, 'document'>,
  blob: Blob,
  index: number,
): string {
  return `${fileStem(document.image?.name ?? '')}-${index + 1}.${imageExtension(blob)}`;
}

/** Results are images by their bytes; the service's usual type stands in where a browser leaves it out. */
function imageExtension({ type }: Blob): string {
  const known = imageMimeTypes.find((each) => each === type);
  return imageExtensions[known ?? 'image/png'];
}
