import { expect, test } from 'vitest';
import * as texts from '../src/ui/texts/texts.ts';

test('another language has to say whatever English says', () => {
  const { problems, ...rest } = texts;
  const { noImage, ...others } = problems;
  // It is the type check that proves this: it complains of an expected error that is none.
  const languages: texts.Texts[] = [
    texts,
    // @ts-expect-error: no feature's sentences may be lacking,
    rest,
    // @ts-expect-error: and no single sentence.
    { ...texts, problems: others },
  ];
  expect(languages).toHaveLength(3);
});
