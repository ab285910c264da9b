/** From `start` up to, and without, `end`. */
export type Range = Readonly<{ start: number; end: number }>;

export type PartFinder = (text: string) => readonly Range[];

const alphabetSize = 128;
const none = -1;

/**
 * Finds, in a time that depends on the text's length alone, all that it has in common with an ASCII pattern over at least
 * `lengthMin` characters. Searching for each part by itself would take as many passes as there are parts; a suffix automaton
 * knows all of them at once, and those of several patterns: https://en.wikipedia.org/wiki/Suffix_automaton
 * `fold` tells which character of a pattern one of the text stands for.
 */
export function createPartFinder(
  patterns: readonly string[],
  lengthMin: number,
  fold = (code: number) => code,
): PartFinder {
  const { next, link, longest } = buildAutomaton(patterns, fold);

  return (text) => {
    const ranges: { start: number; end: number }[] = [];
    let state = 0;
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let following = code < alphabetSize ? (next[state * alphabetSize + code] ?? none) : none;
      while (following === none && state !== 0) {
        state = link[state] ?? 0;
        length = longest[state] ?? 0;
        following = code < alphabetSize ? (next[state * alphabetSize + code] ?? none) : none;
      }
      if (following === none) continue;
      state = following;
      length += 1;
      if (length >= lengthMin) extend(ranges, at + 1 - length, at + 1);
    }
    return ranges;
  };
}

/** Ranges are found in the order of their ends, and none begins before the one that was found before it. */
function extend(ranges: { start: number; end: number }[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last === undefined || start > last.end) ranges.push({ start, end });
  else last.end = end;
}

type Automaton = Readonly<{
  /** The state that follows a state by a character, at `state * alphabetSize + code`. */
  next: Int32Array;
  /** The state of the longest proper suffix that goes on in another way. */
  link: Int32Array;
  /** The length of a state's longest string. */
  longest: Int32Array;
}>;

function buildAutomaton(patterns: readonly string[], fold: (code: number) => number): Automaton {
  const statesMax = 2 * patterns.join('').length + 1;
  const next = new Int32Array(statesMax * alphabetSize).fill(none);
  const link = new Int32Array(statesMax).fill(none);
  const longest = new Int32Array(statesMax);
  let last = 0;
  let count = 1;
  for (const pattern of patterns) {
    last = 0;
    for (const character of pattern) append(character.charCodeAt(0));
  }
  for (let entry = 0; entry < next.length; entry++) {
    const code = entry % alphabetSize;
    next[entry] = at(next, entry - code + fold(code));
  }
  return { next, link, longest };

  function append(code: number): void {
    if (after(last, code) !== none) {
      last = suffixState(last, code);
      return;
    }
    const added = count++;
    longest[added] = at(longest, last) + 1;
    let state = last;
    for (; state !== none && after(state, code) === none; state = at(link, state)) follow(state, code, added);
    link[added] = state === none ? 0 : suffixState(state, code);
    last = added;
  }

  /** The state after `state` that knows no longer strings than it should; made where there is none. */
  function suffixState(state: number, code: number): number {
    const following = after(state, code);
    if (at(longest, following) === at(longest, state) + 1) return following;
    const clone = count++;
    next.copyWithin(clone * alphabetSize, following * alphabetSize, (following + 1) * alphabetSize);
    longest[clone] = at(longest, state) + 1;
    link[clone] = at(link, following);
    link[following] = clone;
    for (let each = state; each !== none && after(each, code) === following; each = at(link, each)) {
      follow(each, code, clone);
    }
    return clone;
  }

  function after(state: number, code: number): number {
    return at(next, state * alphabetSize + code);
  }

  function follow(state: number, code: number, target: number): void {
    next[state * alphabetSize + code] = target;
  }
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? none;
}
