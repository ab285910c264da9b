import { describe, expect, test } from 'vitest';
import { separatorsOf } from '../../../src/ui/kit/numberLiteral.ts';
import { readNumber } from '../../../src/ui/kit/readNumber.ts';

/** In a field that has 1000. */
function read(text: string, language = 'en') {
  const reading = readNumber(text, { current: 1000, separators: separatorsOf(language) });
  return reading.kind === 'read' ? reading.value : reading.reason;
}

type Row = readonly [text: string, language: string, read: number | 'ambiguous' | 'noNumber'];

const plain: readonly Row[] = [
  ['1024', 'en', 1024],
  [' 1024 px ', 'en', 1024],
  ['1024PX', 'en', 1024],
  ['007', 'en', 7],
  ['-20', 'en', -20],
  ['+20', 'en', 20],
  ['− 20', 'en', -20],
  ['–20', 'en', -20],
  ['100.6', 'en', 100.6],
  ['.5', 'en', 0.5],
  ['1024.', 'en', 1024],
  ['1024,', 'en', 1024],
];

const grouped: readonly Row[] = [
  ['1,024', 'en', 1024],
  ['1.024', 'de', 1024],
  ['1.024', 'es', 1024],
  ['1.024', 'pt-BR', 1024],
  ['1.024', 'id', 1024],
  ['1,024', 'ja', 1024],
  ['1,024', 'hi', 1024],
  ['1 024', 'en', 1024],
  ['1 024', 'fr', 1024],
  ['1\u00a0024', 'en', 1024],
  ['1\u202f024', 'fr', 1024],
  ['1\u2009024', 'en', 1024],
  ['1’024', 'en', 1024],
  ["1'024", 'de-CH', 1024],
  ['1_024', 'en', 1024],
  ['1.024.000', 'en', 1_024_000],
  ['1,024,000', 'de', 1_024_000],
  ['10,24,000', 'de', 1_024_000],
  ['1,024.5', 'de', 1024.5],
  ['1.024,5', 'en', 1024.5],
  ['1.024,500', 'en', 1024.5],
  ['1 024,5', 'en', 1024.5],
  ['1’024.5', 'de', 1024.5],
  ['100,6', 'de', 100.6],
  ['1\u2009024 px', 'en', 1024],
];

const scripts: readonly Row[] = [
  ['１０２４', 'ja', 1024],
  ['１，０２４ｐｘ', 'ja', 1024],
  ['１　０２４', 'ja', 1024],
  ['－２０', 'ja', -20],
  ['ー20', 'ja', -20],
  ['١٠٢٤', 'ar', 1024],
  ['١٬٠٢٤', 'ar-EG', 1024],
  ['١٠٫٥', 'en', 10.5],
  ['؜-٢٠', 'ar-EG', -20],
  ['۱۰۲۴', 'fa', 1024],
  ['१०२४', 'hi', 1024],
  ['१,०२४', 'hi', 1024],
  ['১০২৪', 'bn', 1024],
  ['๑๐๒๔', 'th', 1024],
  ['𝟙𝟘𝟚𝟜', 'en', 1024],
  ['９１０×１．５', 'ja', 1365],
  ['٥٠٪', 'ar-EG', 500],
];

const arithmetic: readonly Row[] = [
  ['910*1.5', 'en', 1365],
  ['910*1,5', 'de', 1365],
  ['910*1,5', 'en', 1365],
  ['910*1.5', 'de', 1365],
  ['800*1.125', 'en', 900],
  ['800*1,125', 'de', 900],
  ['910 × 1.5', 'en', 1365],
  ['1365 / 1.5', 'en', 910],
  ['1365 ÷ 1.5', 'en', 910],
  ['1+2*3', 'en', 7],
  ['(1+2)*3', 'en', 9],
  ['2*-3', 'en', -6],
  ['-(2+3)', 'en', -5],
  ['8-3-2', 'en', 3],
  ['8−3', 'en', 5],
  ['8/2/2', 'en', 2],
  ['1,024/2', 'en', 512],
  ['1 024 + 1 024', 'en', 2048],
  ['1024 px + 20px', 'en', 1044],
  ['(10 + 20 px) * 2', 'en', 60],
  ['*2', 'en', 2000],
  ['/ 4', 'en', 250],
  ['100%', 'en', 1000],
  ['33.3 %', 'en', 333],
  ['12.125%', 'en', 121.25],
  ['100% + 20', 'en', 1020],
  ['900 * 50%', 'en', 450],
  ['900 / 50%', 'en', 1800],
];

const refused: readonly Row[] = [
  ['1.024', 'en', 'ambiguous'],
  ['1.024', 'de-CH', 'ambiguous'],
  ['1.024', 'fr', 'ambiguous'],
  ['1,024', 'de', 'ambiguous'],
  ['1,024', 'fr', 'ambiguous'],
  ['１．０２４', 'ja', 'ambiguous'],
  ['1.024*2', 'en', 'ambiguous'],
  ['2+1.024', 'en', 'ambiguous'],
  ['10,24', 'en', 'ambiguous'],
  ['10.24', 'de', 'ambiguous'],
  ['', 'en', 'noNumber'],
  ['wide', 'en', 'noNumber'],
  ['0x400', 'en', 'noNumber'],
  ['0b11', 'en', 'noNumber'],
  ['1e3', 'en', 'noNumber'],
  ['１ｅ３', 'ja', 'noNumber'],
  ['Infinity', 'en', 'noNumber'],
  ['1024x768', 'en', 'noNumber'],
  ['10 cm', 'en', 'noNumber'],
  ['10 px px', 'en', 'noNumber'],
  ['10pxl', 'en', 'noNumber'],
  ['10²', 'en', 'noNumber'],
  ['10½', 'en', 'noNumber'],
  ['1 5', 'en', 'noNumber'],
  ['10 24', 'en', 'noNumber'],
  ['1,02,4', 'en', 'noNumber'],
  ['1.024.00', 'en', 'noNumber'],
  ['1,024,000.5.5', 'en', 'noNumber'],
  ["0'024", 'en', 'noNumber'],
  ['1..5', 'en', 'noNumber'],
  ['.', 'en', 'noNumber'],
  ['-', 'en', 'noNumber'],
  ['910*', 'en', 'noNumber'],
  ['910**2', 'en', 'noNumber'],
  ['(910', 'en', 'noNumber'],
  ['910)', 'en', 'noNumber'],
  ['()', 'en', 'noNumber'],
  ['2(3)', 'en', 'noNumber'],
  ['%', 'en', 'noNumber'],
  ['5%%', 'en', 'noNumber'],
  ['1/0', 'en', 'noNumber'],
  ['0/0', 'en', 'noNumber'],
  ['0 * (', 'en', 'noNumber'],
  ['九百', 'ja', 'noNumber'],
  ['('.repeat(10_000), 'en', 'noNumber'],
  ['9'.repeat(400), 'en', 'noNumber'],
];

describe.each([
  ['a number', plain],
  ['a grouped number', grouped],
  ['a number in another script', scripts],
  ['arithmetic', arithmetic],
  ['what is refused', refused],
])('%s', (_kind, rows) => {
  test.each(rows)('%s in %s', (text, language, expected) => {
    const found = read(text, language);
    expect(typeof found === 'number' ? Number(found.toFixed(9)) : found).toBe(expected);
  });
});

test('a language that no standard knows is read as English', () => {
  expect(read('1,024', 'en-US@posix')).toBe(1024);
});

test('every digit of every script has its value', () => {
  const digits = Array.from({ length: 0x1ffff }, (_, code) => String.fromCodePoint(code)).filter((each) =>
    /\p{Nd}/u.test(each),
  );
  const wrong = digits.filter((digit, index) => read(digit) !== index % 10);
  expect({ wrong, isAll: digits.length >= 600 }).toEqual({ wrong: [], isAll: true });
});
