import type * as texts from '../texts/texts.ts';

/** A photograph that ships with the editor, and what it is good for trying. */
export type Sample = {
  readonly id: keyof typeof texts.start.samples;
  readonly file: string;
};

export const samples: readonly Sample[] = [
  { id: 'chelsea', file: 'chelsea.png' },
  { id: 'coffee', file: 'coffee.png' },
  { id: 'rocket', file: 'rocket.jpg' },
];

export function sampleUrl({ file }: Sample): string {
  return `/samples/${file}`;
}

/** Throws where the server cannot be reached. */
export async function fetchSample(sample: Sample): Promise<File> {
  const response = await fetch(sampleUrl(sample));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const blob = await response.blob();
  return new File([blob], sample.file, { type: blob.type });
}
