import { expect, test } from 'vitest';
import * as lateTexts from '../src/ui/texts/lateTexts.ts';
import * as texts from '../src/ui/texts/texts.ts';

test('another language has to say whatever English says', () => {
  const { problems, ...rest } = texts;
  const { noImage, ...others } = problems;
  // It is the type check that proves this: it complains of an expected error that is none.
  const languages: texts.Texts[] = [
    { ...texts, ...lateTexts },
    // @ts-expect-error: no feature's sentences may be lacking,
    { ...rest, ...lateTexts },
    // @ts-expect-error: and no single sentence.
    { ...texts, ...lateTexts, problems: others },
  ];
  expect(languages).toHaveLength(3);
});
