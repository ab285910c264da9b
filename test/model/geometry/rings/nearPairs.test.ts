import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Extent, forEachNearPair } from '../../../../src/model/geometry/rings/nearPairs.ts';
import { propertyRuns } from '../../../helpers/propertyRuns.ts';

type Numbered = Extent & { readonly number: number };

const side = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 300 }));
const start = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -3000, max: 3000 }));

const extents: fc.Arbitrary<Numbered[]> = fc
  .array(fc.record({ left: start, top: start, width: side, height: side }), { maxLength: 60 })
  .map((rects) =>
    rects.map(({ left, top, width, height }, number) => ({
      number,
      left,
      top,
      right: left + width,
      bottom: top + height,
    })),
  );

/** Every pair is compared. Of each the one further left comes first, else the one that was given first. */
function allMeetingPairs(given: readonly Numbered[]): string[] {
  return given
    .flatMap((a) => given.filter((b) => b.number > a.number && isMeeting(a, b)).map((b) => [a, b] as const))
    .map(([a, b]) => (b.left < a.left ? `${b.number} ${a.number}` : `${a.number} ${b.number}`))
    .sort();
}

function isMeeting(a: Extent, b: Extent): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function visitedPairs(given: readonly Numbered[]): string[] {
  const pairs: string[] = [];
  forEachNearPair(given, (a, b) => pairs.push(`${a.number} ${b.number}`));
  return pairs.sort();
}

test('visits the pairs that meet, each once and in an order that does not depend on the bands', () => {
  fc.assert(
    fc.property(extents, (given) => {
      expect(visitedPairs(given)).toEqual(allMeetingPairs(given));
    }),
    { numRuns: propertyRuns(100) },
  );
});

test('finds its way also where few are spread over far', () => {
  const far = [-(2 ** 25), 0, 2 ** 25].flatMap((top, at) =>
    [0, 1].map((offset) => ({ number: at * 2 + offset, left: 0, right: 1, top, bottom: top + 1 })),
  );
  expect(visitedPairs(far)).toEqual(['0 1', '2 3', '4 5']);
});
