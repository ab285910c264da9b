/** The heavy case: a large photograph with many regions. Image px. */
export const imageSide = 4096;
const regionCount = 200;
const verticesPerRegion = 50;

export type BenchRegion = {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly rings: readonly (readonly { readonly x: number; readonly y: number }[])[];
};

/** Round-ish polygons on a grid, each a little different, so that none overlaps another. */
export function benchRegions(): BenchRegion[] {
  const columns = 20;
  const cell = imageSide / columns;
  return Array.from({ length: regionCount }, (_, index) => {
    const centre = { x: ((index % columns) + 0.5) * cell, y: (Math.floor(index / columns) * 2 + 1) * cell };
    return {
      id: `region-${index + 1}`,
      name: `Region ${index + 1}`,
      isHidden: false,
      rings: [ringAround(centre, cell * 0.45, index)],
    };
  });
}

function ringAround(centre: { x: number; y: number }, radius: number, seed: number) {
  return Array.from({ length: verticesPerRegion }, (_, index) => {
    const angle = (index / verticesPerRegion) * 2 * Math.PI;
    const reach = radius * (0.85 + 0.15 * Math.sin(seed + index * 2.4));
    return {
      x: Math.round(centre.x + reach * Math.cos(angle)),
      y: Math.round(centre.y + reach * Math.sin(angle)),
    };
  });
}
