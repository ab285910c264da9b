/** How one variant fills the holes. Lengths are shares of the picture's longer side. */
export type FillStyle = {
  /** How far into a hole its mirrored surroundings stay recognisable. */
  readonly reach: number;
  /** Blur of the mirrored surroundings, as a share of the distance from the hole's edge. */
  readonly blur: number;
  /** How far the mirrored surroundings are bent out of shape. */
  readonly warp: number;
  /** Factors for red, green and blue, deep inside a hole. */
  readonly tint: readonly [number, number, number];
  /** Strength of soft light and shade, as a share of the brightness. */
  readonly shading: number;
  /** Amplitude of film grain, in levels of 255. */
  readonly grain: number;
  readonly seed: number;
};

/** One for each result, different at a glance. */
export const fillStyles: readonly FillStyle[] = [
  { reach: 0.16, blur: 0.25, warp: 0.12, tint: [1, 1, 1], shading: 0.12, grain: 2, seed: 11 },
  { reach: 0.09, blur: 0.5, warp: 0.1, tint: [1.14, 1.02, 0.86], shading: 0.16, grain: 1, seed: 23 },
  { reach: 0.2, blur: 0.3, warp: 0.22, tint: [0.86, 0.98, 1.14], shading: 0.2, grain: 2, seed: 37 },
  { reach: 0.12, blur: 0.4, warp: 0.2, tint: [0.5, 0.48, 0.54], shading: 0.3, grain: 8, seed: 53 },
];
