import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonBounds, passedBound } from '../../src/contract/jsonBounds.ts';
import { parseJson } from '../../src/contract/parseJson.ts';
import { propertyRuns } from '../helpers/propertyRuns.ts';

type Counts = Record<keyof JsonBounds, number>;

/** What a value has of everything, counted once it is parsed. */
function countsOf(value: unknown): Counts {
  const counts = {
    depth: 0,
    containers: 0,
    values: 0,
    strings: 0,
    names: 0,
    stringLength: 0,
    numberLength: 0,
  };
  const names = new Set<string>();
  const noteString = (text: string) => {
    counts.strings += 1;
    counts.stringLength = Math.max(counts.stringLength, JSON.stringify(text).length - 2);
  };
  const visit = (each: unknown, depth: number) => {
    if (typeof each === 'string') noteString(each);
    if (typeof each === 'number')
      counts.numberLength = Math.max(counts.numberLength, JSON.stringify(each).length);
    if (typeof each !== 'object' || each === null) return;
    counts.depth = Math.max(counts.depth, depth);
    counts.containers += 1;
    const own = Array.isArray(each) ? each : Object.values(each);
    counts.values += Math.max(0, own.length - 1);
    if (!Array.isArray(each)) {
      for (const name of Object.keys(each)) {
        noteString(name);
        names.add(name);
      }
    }
    for (const child of own) visit(child, depth + 1);
  };
  visit(value, 1);
  return { ...counts, values: counts.values + 1, names: names.size };
}

const bounds = ['depth', 'containers', 'values', 'strings', 'names', 'stringLength', 'numberLength'] as const;

test('counts what is in a JSON text as it is when parsed: no text passes its own numbers, and each passes one less', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, ' ', '\n'), (json, indent) => {
      const value = JSON.parse(json);
      const text = JSON.stringify(value, undefined, indent);
      // The letter in `true` passes for a number of one digit.
      const counts = { ...countsOf(value), numberLength: Math.max(1, countsOf(value).numberLength) };
      expect(passedBound(text, counts)).toBeUndefined();
      const least = { ...countsOf(null), values: 1, numberLength: 1 };
      for (const bound of bounds.filter((each) => counts[each] > least[each])) {
        expect([bound, passedBound(text, { ...counts, [bound]: counts[bound] - 1 })]).toEqual([bound, bound]);
      }
    }),
    { numRuns: propertyRuns(100) },
  );
});

test('a text that is no JSON is counted to its end, or to what it has too much of', () => {
  const few: JsonBounds = {
    depth: 3,
    containers: 9,
    values: 9,
    strings: 9,
    names: 9,
    stringLength: 9,
    numberLength: 9,
  };
  const passed = [
    '',
    '"',
    '"\\',
    ']]]]',
    '::::',
    '"abc',
    '[[[[',
    '"0123456789',
    '-1234567890',
    ',,,,,,,,,',
  ].map((text) => passedBound(text, few));
  expect(passed).toEqual([
    ...Array.from({ length: 6 }, () => undefined),
    'depth',
    'stringLength',
    'numberLength',
    'values',
  ]);
});

test('what passes a bound is not parsed', () => {
  expect(parseJson('[[1]]')).toEqual([[1]]);
  expect(parseJson(`${'['.repeat(33)}${']'.repeat(33)}`)).toBeUndefined();
  expect(parseJson('{"id":')).toBeUndefined();
});
