import { variables } from './variables.ts';

const knownNames = Object.keys(variables.shape);

/** Of other programs, though one of them looks like another that is ours. */
const ordinaryNames: ReadonlySet<string> = new Set(
  ['HTTP', 'HTTPS', 'FTP', 'ALL', 'NO'].map((protocol) => `${protocol}_PROXY`),
);

/**
 * One sentence for each variable that is none of the server's and was probably meant to be one: it looks like one, or has the
 * prefix that only ours have. An environment is full of others' variables, so none of them is refused.
 */
export function misspeltVariables(environment: Record<string, string | undefined>): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (Object.hasOwn(variables.shape, name) || ordinaryNames.has(name.toUpperCase())) return [];
    const meant = knownNames.find((known) => isNear(name.toUpperCase(), known));
    if (meant !== undefined)
      return [`${name} is not a variable of this server and is ignored. Did you mean ${meant}?`];
    const isOwn = /^EVOLINK_/i.test(name);
    return isOwn ? [`${name} is not a variable of this server and is ignored.`] : [];
  });
}

/** Longer names may have two faults. Of words in another order, none is wrong by itself. */
function isNear(name: string, known: string): boolean {
  const distanceMax = known.length < 8 ? 1 : 2;
  return editDistance(name, known, distanceMax) <= distanceMax || sortedWords(name) === sortedWords(known);
}

function sortedWords(name: string): string {
  return name.split('_').sort().join('_');
}

/**
 * How many characters are to be added, dropped, replaced or exchanged with their neighbour to make the one of the other; any
 * number over `most` where it is more. https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance (optimal string alignment)
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isExchanged = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
