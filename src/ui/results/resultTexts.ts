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

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export function imageExtension(blob: Blob): string {
  return extensions[blob.type] ?? 'png';
}
