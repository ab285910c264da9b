export type UnescapedText = Readonly<{
  text: string;
  /** Where in the escaped text a character of this one begins, and its length likewise where the text ends. */
  sourceOf(index: number): number;
}>;

/** Of addresses, JSON, JavaScript and HTML. */
const escapes = /%([\da-f]{2})|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]{1,6});|&#(\d{1,7});|\\(["'/\\])/gi;

/** The text with its escaped ASCII characters written out. Undefined where it has none. */
export function unescapeText(escaped: string): UnescapedText | undefined {
  const indexes = [0];
  const sources = [0];
  let shortening = 0;
  const text = escaped.replace(escapes, (match, ...groups) => {
    const character = characterOf(groups);
    if (character === undefined) return match;
    const source = Number(groups[6]) + match.length;
    shortening += match.length - 1;
    indexes.push(source - shortening);
    sources.push(source);
    return character;
  });
  if (shortening === 0) return undefined;
  const sourceOf = (index: number) => {
    const at = lastUpTo(indexes, index);
    return (sources[at] ?? 0) + index - (indexes[at] ?? 0);
  };
  return { text, sourceOf };
}

function characterOf([percent, json, script, hex, decimal, plain]: (string | undefined)[]):
  | string
  | undefined {
  if (plain !== undefined) return plain;
  const code = Number.parseInt(
    percent ?? json ?? script ?? hex ?? decimal ?? '',
    decimal === undefined ? 16 : 10,
  );
  return code < 0x80 ? String.fromCharCode(code) : undefined;
}

/** The index of the last of these rising numbers that is no greater. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
