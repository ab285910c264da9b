function images(count: number): string {
  return count === 0 ? 'no images' : count === 1 ? '1 image' : `${count} images`;
}

/** What the first page says of results. */
export const results = {
  title: 'Results',
  images,
  count: (count: number) => (count === 1 ? '1 generation' : `${count} generations`),
  underWay: (count: number) => `, ${count} under way`,
  notLoaded: 'The results could not be opened. Reload the page: your work and your results are kept.',
};

/** Of a generation that ended while nobody looked at the page. */
export const outcomes = {
  product: 'Upload-paint editor',
  completed: 'Done',
  failed: 'Failed',
  unknown: 'In doubt',
  underWay: 'Under way',
  heading: (verdict: string, prompt: string) => `${verdict}: ${prompt}`,
  imagesCame: (count: number, isSandbox: boolean) =>
    `${images(count)} from the ${isSandbox ? 'sandbox' : 'service'}.`,
  running: (count: number) => `(${count} running) `,
};
