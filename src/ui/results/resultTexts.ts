import type { Generation } from '../../store/generationStore.ts';

/** The service promises one to four images, and does not say why there are fewer. */
export function returnedText(count: number): string {
  if (count === 0) return 'The service returned no images.';
  return `The service returned ${count === 1 ? '1 image' : `${count} images`}.`;
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
