/**
 * Parsing is the one step that nobody can interrupt, and a text of a few MB can be made to hold it up for seconds: by a
 * million empty objects, by as many names, by brackets within brackets. So what is in a text is counted first, which takes
 * a nanosecond a character and makes nothing, and only what is within bounds is parsed.
 */
export type JsonBounds = Readonly<{
  /** Objects and lists within one another. */
  depth: number;
  /** Objects and lists. */
  containers: number;
  /** Numbers, strings and all else that stands in a list or behind a name. */
  values: number;
  /** Strings and names. */
  strings: number;
  /** Different names: for each, the engine that parses makes a new kind of object. */
  names: number;
  /** Characters of a string or name, as they are written. */
  stringLength: number;
  /** Characters of a number. */
  numberLength: number;
}>;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Characters after which whoever counts may do something else. */
const stepLength = 128 * 1024;

/** The first bound that the text passes, if any. Whether the text is JSON is not asked. */
export function passedBound(text: string, bounds: JsonBounds): keyof JsonBounds | undefined {
  return takeSteps(countJson(text, bounds));
}

/** All steps at once, for who has nobody waiting. */
export function takeSteps<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `passedBound`, in steps of a millisecond or less. */
export function* countJson(
  text: string,
  bounds: JsonBounds,
): Generator<undefined, keyof JsonBounds | undefined> {
  let [depth, containers, values, strings] = [0, 0, 1, 0];
  const names = new Set<string>();
  let [stringStart, stringEnd, stepEnd] = [0, 0, stepLength];
  for (let at = 0; at < text.length; at++) {
    if (at >= stepEnd) {
      stepEnd += stepLength;
      yield;
    }
    const code = text.charCodeAt(at);
    if (code === quote) {
      [stringStart, stringEnd] = [at, endOfString(text, at, bounds.stringLength)];
      at = stringEnd;
      if (stringEnd - stringStart > bounds.stringLength + 1) return 'stringLength';
      if (++strings > bounds.strings) return 'strings';
    } else if (code === comma) {
      if (++values > bounds.values) return 'values';
    } else if (code === colon) {
      names.add(text.slice(stringStart, stringEnd));
      if (names.size > bounds.names) return 'names';
    } else if (code === openList || code === openObject) {
      if (++depth > bounds.depth) return 'depth';
      if (++containers > bounds.containers) return 'containers';
    } else if (code === closeList || code === closeObject) {
      depth -= 1;
    } else if (isPartOfNumber(code)) {
      const end = endOfNumber(text, at, bounds.numberLength);
      if (end - at > bounds.numberLength) return 'numberLength';
      at = end - 1;
    }
  }
  return undefined;
}

/** Where the quote is that ends the string, or the text does, or the string gets too long. */
function endOfString(text: string, start: number, lengthMax: number): number {
  const last = Math.min(text.length, start + lengthMax + 2);
  let at = start + 1;
  while (at < last && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

/** Behind its last character, or where it gets too long. */
function endOfNumber(text: string, start: number, lengthMax: number): number {
  const last = Math.min(text.length, start + lengthMax + 1);
  let end = start + 1;
  while (end < last && isPartOfNumber(text.charCodeAt(end))) end += 1;
  return end;
}

/** Digits, signs, the point and the exponent's letter. */
function isPartOfNumber(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  return code === 0x2d || code === 0x2b || code === 0x2e || code === 0x65 || code === 0x45;
}
