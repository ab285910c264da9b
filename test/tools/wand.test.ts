import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Rings } from '../../src/model/geometry/rings/ring.ts';
import type { PixelQuestion } from '../../src/model/pixels/pixelQuestion.ts';
import type { Modifiers } from '../../src/tools/tool.ts';
import type { ToolOptions } from '../../src/tools/toolOptions.ts';
import { wand } from '../../src/tools/wand/tool.ts';
import { takeUp } from '../helpers/driveTool.ts';
import { blank, p, square, verticesOf, withImage, withRegions } from './samples.ts';

/** A hand with the wand whose questions are answered when it says so. */
function takeUpWand(document = withImage, options: Partial<ToolOptions> = {}) {
  const questions: PixelQuestion[] = [];
  const asking: typeof wand = {
    ...wand,
    handle(session, event, context) {
      const result = wand.handle(session, event, context);
      if (result.question) questions.push(result.question);
      return result;
    },
  };
  const hand = takeUp(asking, document, { options });
  return {
    hand,
    questions,
    answer(rings: Rings | undefined, question = questions.at(-1)) {
      if (question) hand.send({ type: 'answer', question, rings });
    },
    click(at: Point, held?: Partial<Modifiers>) {
      hand.press(at, held);
      hand.release(at, held);
    },
    /** The tolerance's slider, on its way or let go. */
    slide(tolerance: number, isFinal = false) {
      hand.changeOptions({ tolerance });
      hand.send({ type: 'options', isFinal });
    },
  };
}

describe('a click with the wand', () => {
  test('asks for what is similar to the pixel, with the options', () => {
    const { questions, click, hand } = takeUpWand(withImage, {
      tolerance: 7,
      sampleSize: 3,
      isContiguous: false,
    });
    click(p(210.7, 160.2));
    expect(questions).toEqual([{ at: p(10, 10), tolerance: 7, sampleSize: 3, isContiguous: false }]);
    expect([hand.session.phase, hand.cursor, hand.hint]).toEqual([
      'asking',
      'progress',
      'Looking for similar colours…',
    ]);
  });

  test('commits the answer as one selected region', () => {
    const { hand, click, answer } = takeUpWand();
    click(p(250, 200));
    answer([square(0, 0, 90)]);
    expect(hand.commits).toHaveLength(1);
    expect(hand.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 90)]]);
    expect(hand.selection.regionIds).toEqual(['region-1']);
    expect(hand.session.phase).toBe('idle');
  });

  test('takes the mode of the keys at the press, whatever is held when the answer comes', () => {
    const { hand, click, answer } = takeUpWand(withRegions);
    click(p(250, 200), { alt: true });
    answer([square(10, 10, 50)]);
    expect(verticesOf(hand.document, 'region-1')).toHaveLength(6);
    expect(hand.document.regions).toHaveLength(2);
  });

  test.each([
    [
      'beside the image',
      () => withImage,
      p(100, 100),
      'There are no colours beside the photograph: click on it.',
    ],
    ['without an image', () => blank, p(100, 100), 'Open an image first: regions are drawn on it.'],
  ])('%s asks nothing and says why', (_name, document, at, hint) => {
    const { hand, questions, click } = takeUpWand(document());
    click(at);
    expect([questions, hand.hint, hand.session.phase]).toEqual([[], hint, 'idle']);
  });

  test.each([
    ['fails', undefined, 'The colours of the photograph could not be read.'],
    ['holds nothing', [], 'Nothing was changed: only specks are so similar. Raise the tolerance.'],
  ])('changes nothing where the answer %s, and says so', (_name, rings, hint) => {
    const { hand, click, answer } = takeUpWand();
    click(p(250, 200));
    answer(rings);
    expect([hand.document, hand.hint, hand.session.phase]).toEqual([withImage, hint, 'idle']);
  });

  test('waits for its answer: another click, Escape or Backspace do not make two of it', () => {
    for (const leave of ['escape', 'backspace'] as const) {
      const { hand, questions, click, answer } = takeUpWand();
      click(p(250, 200));
      click(p(300, 200));
      expect(questions).toHaveLength(1);
      if (leave === 'escape') hand.escape();
      else hand.strike('Backspace');
      answer([square(0, 0, 90)]);
      expect([hand.document, hand.session]).toEqual([withImage, wand.idle]);
    }
  });
});

describe('another tolerance after the click', () => {
  function clicked() {
    const visit = takeUpWand();
    visit.click(p(250, 200));
    visit.answer([square(0, 0, 50)]);
    return visit;
  }

  test('is shown as it changes and replaces what was committed once it is final', () => {
    const { hand, questions, answer, slide } = clicked();
    const committed = hand.document;
    slide(60);
    answer([square(0, 0, 60)]);
    expect(hand.document).toBe(committed);
    expect(hand.draft.document?.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 60)]]);
    slide(80);
    answer([square(0, 0, 80)]);
    slide(80, true);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 60, 80]);
    expect(hand.commits).toHaveLength(2);
    expect(hand.document.regions.map(({ id, rings }) => [id, rings])).toEqual([
      ['region-1', [square(0, 0, 80)]],
    ]);
    expect(hand.draft.document).toBeUndefined();
  });

  test('is asked for one at a time, the newest next', () => {
    const { hand, questions, answer, slide } = clicked();
    slide(40);
    slide(50);
    slide(60);
    slide(70, true);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 40]);
    answer([square(0, 0, 60)]);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 40, 70]);
    expect(hand.commits).toHaveLength(1);
    answer([square(0, 0, 70)]);
    expect(hand.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 70)]]);
  });

  test('can be taken back with Escape, and kept with Enter', () => {
    const { hand, answer, slide } = clicked();
    const committed = hand.document;
    slide(60);
    answer([square(0, 0, 60)]);
    hand.escape();
    expect([hand.document, hand.draft.document, hand.session]).toEqual([committed, undefined, wand.idle]);

    const other = clicked();
    other.slide(60);
    other.answer([square(0, 0, 60)]);
    other.hand.enter();
    expect(other.hand.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 60)]]);
  });

  test('that finds nothing brings back the document from before the click', () => {
    const { hand, answer, slide } = clicked();
    slide(0, true);
    answer([]);
    expect(hand.document).toBe(withImage);
    expect(hand.hint).toBe('Nothing was changed: only specks are so similar. Raise the tolerance.');
  });

  test('can make something of a click that came to nothing', () => {
    const { hand, click, answer, slide } = takeUpWand();
    click(p(250, 200));
    answer([]);
    slide(90, true);
    answer([square(0, 0, 90)]);
    expect(hand.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 90)]]);
  });

  test('is only for the next click where the document has become another', () => {
    const { hand, questions, slide } = clicked();
    hand.replaceDocument(withRegions);
    slide(60, true);
    expect(questions).toHaveLength(1);
    expect(hand.session.phase).toBe('idle');
  });
});
