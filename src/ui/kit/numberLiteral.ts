/**
 * What a run of digits and separators says. `1.024` is a thousand and something to a German and hardly more than one to an
 * American, and the page cannot know who typed it: the language of the browser decides only where the other reading would be
 * no number of px, or where the number is a factor. Two signs in one number, or one of them twice, tell by themselves.
 */
export type Separators = { readonly group: string; readonly decimal: string };

const english: Separators = { group: ',', decimal: '.' };

/** How the language writes a number. Some browsers name their language as no standard knows it, such as `en-US@posix`. */
export function separatorsOf(language: string): Separators {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.5);
    const written = (type: string) => parts.find((part) => part.type === type)?.value;
    return { group: written('group') ?? english.group, decimal: written('decimal') ?? english.decimal };
  } catch {
    return english;
  }
}

/** A literal as `readNumber` cuts it out of a text: groups may be set apart by signs that nobody takes for a decimal point. */
export const literalPattern = /(?:\d+(?:[.,٫' _]\d+)*[.,]?|[.,٫]\d+)/y;

/** Of a grouped number, in threes, or as in India `10,24,000`. */
const groupedPattern = /^[1-9]\d{0,2}([.,' _])\d{3}(?:\1\d{3})*$|^[1-9]\d?(?:,\d\d)+,\d{3}$/;

/** NaN for what nobody writes so, and `'ambiguous'` for what two people would read as two numbers. */
export function literalValue(
  literal: string,
  separators: Separators,
  isFactor: boolean,
): number | 'ambiguous' {
  const grouped = groupedPattern.test(literal) ? numberOf(literal) : Number.NaN;
  const plain = plainValue(literal);
  if (Number.isNaN(plain)) return grouped;
  const sign = /[.,]/.exec(literal)?.[0];
  if (sign === undefined || isTold.test(literal)) return plain;
  if (!Number.isNaN(grouped) && sign === separators.group) return grouped;
  if (isFactor || (Number.isNaN(grouped) && sign === separators.decimal)) return plain;
  return 'ambiguous';
}

/** Groups before the decimal point, or nothing behind it. */
const isTold = /[.,' _].*[.,]|[.,]$/;

/** With a decimal point or without; what is before it may be grouped, by another sign. */
function plainValue(literal: string): number {
  const at = literal.search(/[.,٫]\d*$/);
  if (at < 0) return /^\d+$/.test(literal) ? Number(literal) : Number.NaN;
  const whole = literal.slice(0, at);
  const isGrouped = groupedPattern.test(whole) && !whole.includes(literal.charAt(at));
  if (!isGrouped && !/^\d*$/.test(whole)) return Number.NaN;
  return Number(`${numberOf(whole)}.${literal.slice(at + 1)}`);
}

function numberOf(grouped: string): number {
  return Number(grouped.replaceAll(/\D/g, ''));
}
