import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Rings } from '../../src/model/geometry/rings/ring.ts';
import type { PixelQuestion } from '../../src/model/pixels/pixelQuestion.ts';
import type { Modifiers } from '../../src/tools/tool.ts';
import type { ToolOptions } from '../../src/tools/toolOptions.ts';
import { wand } from '../../src/tools/wand/tool.ts';
import { driveTool } from '../helpers/driveTool.ts';
import { blank, p, square, verticesOf, withImage, withRegions } from './samples.ts';

/** A driver with the wand whose questions are answered when it says so. */
function driveWand(document = withImage, options: Partial<ToolOptions> = {}) {
  const questions: PixelQuestion[] = [];
  const asking: typeof wand = {
    ...wand,
    handle(session, event, context) {
      const result = wand.handle(session, event, context);
      if (result.question) questions.push(result.question);
      return result;
    },
  };
  const driver = driveTool(asking, document, { options });
  return {
    driver,
    questions,
    answer(rings: Rings | undefined, question = questions.at(-1)) {
      if (question) driver.send({ type: 'answer', question, rings });
    },
    click(at: Point, held?: Partial<Modifiers>) {
      driver.press(at, held);
      driver.release(at, held);
    },
    /** The tolerance's slider, on its way or let go. */
    slide(tolerance: number, isFinal = false) {
      driver.changeOptions({ tolerance });
      driver.send({ type: 'options', isFinal });
    },
  };
}

describe('a click with the wand', () => {
  test('asks for what is similar to the pixel, with the options', () => {
    const { questions, click, driver } = driveWand(withImage, {
      tolerance: 7,
      sampleSize: 3,
      isContiguous: false,
    });
    click(p(210.7, 160.2));
    expect(questions).toEqual([{ at: p(10, 10), tolerance: 7, sampleSize: 3, isContiguous: false }]);
    expect([driver.session.phase, driver.cursor, driver.hint]).toEqual([
      'asking',
      'progress',
      'Looking for similar colours…',
    ]);
  });

  test('commits the answer as one selected region', () => {
    const { driver, click, answer } = driveWand();
    click(p(250, 200));
    answer([square(0, 0, 90)]);
    expect(driver.commits).toHaveLength(1);
    expect(driver.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 90)]]);
    expect(driver.selection.regionIds).toEqual(['region-1']);
    expect(driver.session.phase).toBe('idle');
  });

  test('takes the mode of the keys at the press, whatever is held when the answer comes', () => {
    const { driver, click, answer } = driveWand(withRegions);
    click(p(250, 200), { alt: true });
    answer([square(10, 10, 50)]);
    expect(verticesOf(driver.document, 'region-1')).toHaveLength(6);
    expect(driver.document.regions).toHaveLength(2);
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
    const { driver, questions, click } = driveWand(document());
    click(at);
    expect([questions, driver.hint, driver.session.phase]).toEqual([[], hint, 'idle']);
  });

  test.each([
    ['fails', undefined, 'The colours of the photograph could not be read.'],
    ['holds nothing', [], 'Nothing was changed: only specks are so similar. Raise the tolerance.'],
  ])('changes nothing where the answer %s, and says so', (_name, rings, hint) => {
    const { driver, click, answer } = driveWand();
    click(p(250, 200));
    answer(rings);
    expect([driver.document, driver.hint, driver.session.phase]).toEqual([withImage, hint, 'idle']);
  });

  test('waits for its answer: another click, Escape or Backspace do not make two of it', () => {
    for (const leave of ['escape', 'backspace'] as const) {
      const { driver, questions, click, answer } = driveWand();
      click(p(250, 200));
      click(p(300, 200));
      expect(questions).toHaveLength(1);
      if (leave === 'escape') driver.pressEscape();
      else driver.pressKey('Backspace');
      answer([square(0, 0, 90)]);
      expect([driver.document, driver.session]).toEqual([withImage, wand.idle]);
    }
  });
});

describe('another tolerance after the click', () => {
  function clicked() {
    const visit = driveWand();
    visit.click(p(250, 200));
    visit.answer([square(0, 0, 50)]);
    return visit;
  }

  test('is shown as it changes and replaces what was committed once it is final', () => {
    const { driver, questions, answer, slide } = clicked();
    const committed = driver.document;
    slide(60);
    answer([square(0, 0, 60)]);
    expect(driver.document).toBe(committed);
    expect(driver.draft.document?.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 60)]]);
    slide(80);
    answer([square(0, 0, 80)]);
    slide(80, true);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 60, 80]);
    expect(driver.commits).toHaveLength(2);
    expect(driver.document.regions.map(({ id, rings }) => [id, rings])).toEqual([
      ['region-1', [square(0, 0, 80)]],
    ]);
    expect(driver.draft.document).toBeUndefined();
  });

  test('is asked for one at a time, the newest next', () => {
    const { driver, questions, answer, slide } = clicked();
    slide(40);
    slide(50);
    slide(60);
    slide(70, true);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 40]);
    answer([square(0, 0, 60)]);
    expect(questions.map(({ tolerance }) => tolerance)).toEqual([32, 40, 70]);
    expect(driver.commits).toHaveLength(1);
    answer([square(0, 0, 70)]);
    expect(driver.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 70)]]);
  });

  test('can be taken back with Escape, and kept with Enter', () => {
    const { driver, answer, slide } = clicked();
    const committed = driver.document;
    slide(60);
    answer([square(0, 0, 60)]);
    driver.pressEscape();
    expect([driver.document, driver.draft.document, driver.session]).toEqual([
      committed,
      undefined,
      wand.idle,
    ]);

    const other = clicked();
    other.slide(60);
    other.answer([square(0, 0, 60)]);
    other.driver.pressEnter();
    expect(other.driver.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 60)]]);
  });

  test('that finds nothing brings back the document from before the click', () => {
    const { driver, answer, slide } = clicked();
    slide(0, true);
    answer([]);
    expect(driver.document).toBe(withImage);
    expect(driver.hint).toBe('Nothing was changed: only specks are so similar. Raise the tolerance.');
  });

  test('can make something of a click that came to nothing', () => {
    const { driver, click, answer, slide } = driveWand();
    click(p(250, 200));
    answer([]);
    slide(90, true);
    answer([square(0, 0, 90)]);
    expect(driver.document.regions.map(({ rings }) => rings)).toEqual([[square(0, 0, 90)]]);
  });

  test('is only for the next click where the document has become another', () => {
    const { driver, questions, slide } = clicked();
    driver.replaceDocument(withRegions);
    slide(60, true);
    expect(questions).toHaveLength(1);
    expect(driver.session.phase).toBe('idle');
  });
});
