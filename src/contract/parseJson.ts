import { type JsonBounds, passedBound } from './jsonBounds.ts';

/** Tasks, errors and settings have a few dozen values; a prompt or a link is their longest string. */
const smallBounds: JsonBounds = {
  depth: 32,
  containers: 2000,
  values: 10_000,
  strings: 20_000,
  names: 1000,
  stringLength: 1024 * 1024,
  numberLength: 64,
};

/** The value of a JSON text, or undefined where it is none or passes the bounds, which no schema but `unknown` takes. */
export function parseJson(text: string, bounds: JsonBounds = smallBounds): unknown {
  if (passedBound(text, bounds) !== undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
