import { imageExtensions, imageMimeTypes } from '../../contract/imageType.ts';
import type { Generation } from '../../store/generationStore.ts';
import type { CompletedGeneration } from './settledGenerations.ts';

/** The service promises one to four images, and does not say why there are fewer. */
export function returnedText({ isSandbox, phase }: CompletedGeneration): string {
  const count = phase.results.length;
  const images = count === 0 ? 'no images' : count === 1 ? '1 image' : `${count} images`;
  return `The ${isSandbox ? 'sandbox' : 'service'} returned ${images}.`;
}

export function timeText({ startedAt }: Pick<Generation, 'startedAt'>): string {
  return new Date(startedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** Results are images by their bytes; the service's usual type stands in where a browser leaves it out. */
export function imageExtension({ type }: Blob): string {
  const known = imageMimeTypes.find((each) => each === type);
  return imageExtensions[known ?? 'image/png'];
}
