import { literalPattern, literalValue, type Separators } from './numberLiteral.ts';

/** `value` may be a fraction, and out of any range. */
type NumberReading =
  | { readonly kind: 'read'; readonly value: number }
  | { readonly kind: 'refused'; readonly reason: 'noNumber' | 'ambiguous' };

type NumberContext = {
  /** What the field has now: `50%` is half of it, and `*2` twice as much. */
  readonly current: number;
  readonly separators: Separators;
};

const lengthMax = 100;

/** Reads a number of px, or what is to be reckoned of some, as people type it in any script: `1,024`, `１０２４`, `910*1.5`, `100% + 20 px`. */
export function readNumber(text: string, context: NumberContext): NumberReading {
  const plain = plainText(text);
  const tokens = plain.length > lengthMax ? undefined : tokensOf(plain);
  if (tokens === undefined) return { kind: 'refused', reason: 'noNumber' };
  const { value, isAmbiguous } = reckon(tokens, context);
  if (isAmbiguous) return { kind: 'refused', reason: 'ambiguous' };
  return Number.isFinite(value) ? { kind: 'read', value } : { kind: 'refused', reason: 'noNumber' };
}

/** What the same sign is in ASCII. */
const signs: readonly (readonly [RegExp, string | ((sign: string) => string)])[] = [
  // Marks of the writing direction come along when a number is copied.
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, ''],
  [/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)],
  [/\p{Nd}/gu, (digit) => String(digitValue(digit))],
  [/\s/g, ' '],
  [/[’‘ʼ′٬]/g, "'"],
  // The last one is what a Japanese keyboard types for it.
  [/[−–﹣ー]/g, '-'],
  [/[×⋅✕]/g, '*'],
  [/[÷∕⁄]/g, '/'],
  [/٪/g, '%'],
];

function plainText(text: string): string {
  return signs
    .reduce(
      (plain, [pattern, sign]) =>
        plain.replace(pattern, (each) => (typeof sign === 'string' ? sign : sign(each))),
      text,
    )
    .trim();
}

/** Decimal digits come in runs of whole tens, each from 0 to 9: https://www.unicode.org/reports/tr44/#General_Category_Values */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

/** Literals, `px`, and signs of a character each; undefined where there is anything else. */
function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token === undefined) return undefined;
    if (token.trim() !== '') tokens.push(token);
    at += token.length;
  }
  return tokens;
}

const tokenPatterns = [literalPattern, /px(?![a-z])/iy, /[-+*/%() ]/y];

function tokenAt(text: string, at: number): string | undefined {
  for (const pattern of tokenPatterns) {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    if (token !== undefined) return token.toLowerCase();
  }
  return undefined;
}

/** By the grammar of a pocket calculator; NaN where the tokens are none. A factor is what something is multiplied or divided by. */
function reckon(tokens: readonly string[], { current, separators }: NumberContext) {
  let at = 0;
  let isAmbiguous = false;
  const take = (...signs: string[]) => (signs.includes(tokens[at] ?? '') ? tokens[at++] : undefined);

  function sum(): number {
    let total = product();
    for (let sign = take('+', '-'); sign !== undefined; sign = take('+', '-'))
      total += sign === '+' ? product() : -product();
    return total;
  }

  function product(): number {
    let total = at === 0 && /^[*/]$/.test(tokens[0] ?? '') ? current : operand(false);
    for (let sign = take('*', '/'); sign !== undefined; sign = take('*', '/'))
      total = sign === '*' ? total * operand(true) : total / operand(true);
    return total;
  }

  function operand(isFactor: boolean): number {
    const sign = take('+', '-');
    if (sign !== undefined) return sign === '-' ? -operand(isFactor) : operand(isFactor);
    if (take('(') === undefined) return quantity(isFactor);
    const inner = sum();
    return take(')') === undefined ? Number.NaN : inner;
  }

  function quantity(isFactor: boolean): number {
    const literal = tokens[at++] ?? '';
    const isShare = take('%') !== undefined;
    const value = literalValue(literal, separators, isFactor || isShare);
    if (value === 'ambiguous') isAmbiguous = true;
    if (!isShare) take('px');
    const number = Number(value);
    return isShare ? (number / 100) * (isFactor ? 1 : current) : number;
  }

  const value = sum();
  return { value: at === tokens.length ? value : Number.NaN, isAmbiguous };
}
