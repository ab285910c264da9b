/** A photograph that ships with the editor, and what it is good for trying. */
export type Sample = {
  readonly file: string;
  readonly title: string;
  readonly size: string;
  readonly idea: string;
};

export const samples: readonly Sample[] = [
  { file: 'chelsea.png', title: 'Chelsea the cat', size: '451 × 300', idea: 'Widen a close portrait' },
  { file: 'coffee.png', title: 'Cup of coffee', size: '600 × 400', idea: 'Change what is in the cup' },
  { file: 'rocket.jpg', title: 'Rocket at night', size: '640 × 427', idea: 'Give the launch a taller sky' },
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
