/**
 * How different two colours look: their distance in OKLab (https://www.w3.org/TR/css-color-4/#color-difference-OK) times
 * 100, so that black and white are 100 apart. Equal steps of it look about equal, unlike steps of red, green and blue.
 */
import { cubeRoot } from './cubeRoot.ts';

/** From here on a difference is seen: the "just noticeable difference" of CSS Color 4, section 13.2. */
export const visibleDifference = 2;

const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Of two colours in sRGB, 0 to 255 each channel. */
export function colourDifference(
  redA: number,
  greenA: number,
  blueA: number,
  redB: number,
  greenB: number,
  blueB: number,
): number {
  const [ra, ga, ba] = [linear[redA] ?? 0, linear[greenA] ?? 0, linear[blueA] ?? 0];
  const [rb, gb, bb] = [linear[redB] ?? 0, linear[greenB] ?? 0, linear[blueB] ?? 0];
  const long = cubeRoot(longOf(ra, ga, ba)) - cubeRoot(longOf(rb, gb, bb));
  const medium = cubeRoot(mediumOf(ra, ga, ba)) - cubeRoot(mediumOf(rb, gb, bb));
  const short = cubeRoot(shortOf(ra, ga, ba)) - cubeRoot(shortOf(rb, gb, bb));
  const lightness = 0.2104542683 * long + 0.7936177747 * medium - 0.004072043 * short;
  const greenRed = 1.9779985324 * long - 2.428592242 * medium + 0.4505937096 * short;
  const blueYellow = 0.0259040424 * long + 0.7827717124 * medium - 0.8086757549 * short;
  return 100 * Math.sqrt(lightness * lightness + greenRed * greenRed + blueYellow * blueYellow);
}

/** The cones of the eye, by the wavelengths that they take. */
function longOf(red: number, green: number, blue: number): number {
  return 0.4122214695 * red + 0.5363325373 * green + 0.0514459933 * blue;
}

function mediumOf(red: number, green: number, blue: number): number {
  return 0.2119034958 * red + 0.6806995506 * green + 0.1073969535 * blue;
}

function shortOf(red: number, green: number, blue: number): number {
  return 0.0883024592 * red + 0.2817188391 * green + 0.6299787017 * blue;
}
