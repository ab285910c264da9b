import { visibleDifference } from './colourDifference.ts';

/** Differences from here on all look the same. */
export const heatDifferenceMax = 20;

type Colour = readonly [number, number, number];

/** What does not differ at all: the ground of the canvas. */
const ground: Colour = [16, 17, 21];
/**
 * From just visible to very different. The brighter part of Matplotlib's "plasma", whose lightness rises evenly, so that
 * it reads the same with any kind of colour vision, and in grey.
 */
const stops: readonly [Colour, ...Colour[]] = [
  [143, 13, 164],
  [185, 50, 137],
  [219, 91, 104],
  [244, 136, 73],
  [254, 188, 43],
  [240, 249, 33],
];

const stepsPerUnit = 10;

/** Red, green and blue of each difference in steps of a tenth. */
const table = Uint8ClampedArray.from(
  Array.from({ length: heatDifferenceMax * stepsPerUnit + 1 }, (_, step) =>
    colourOf(step / stepsPerUnit),
  ).flat(),
);

/** Writes the colour of a difference as an opaque pixel at `start` of `pixels`. */
export function writeHeat(pixels: Uint8ClampedArray, start: number, difference: number): void {
  const entry = Math.round(Math.min(difference, heatDifferenceMax) * stepsPerUnit) * 3;
  pixels[start] = table[entry] ?? 0;
  pixels[start + 1] = table[entry + 1] ?? 0;
  pixels[start + 2] = table[entry + 2] ?? 0;
  pixels[start + 3] = 255;
}

/** The visible part as CSS, left to right; its ends are `visibleDifference` and `heatDifferenceMax`. */
export const heatGradient = `linear-gradient(to right, ${stops.map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;

/** Below what is visible it rises from the ground; above, equal factors are equal steps. */
function colourOf(difference: number): Colour {
  if (difference < visibleDifference) return mix(ground, stops[0], difference / visibleDifference);
  const range = Math.log(heatDifferenceMax / visibleDifference);
  const place = (Math.log(difference / visibleDifference) / range) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[below] ?? ground, stops[below + 1] ?? ground, place - below);
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}
