import { expect, test } from 'vitest';
import { createNotifyNotKept } from '../../../src/store/images/notifyNotKept.ts';
import type { NoticeFacts } from '../../../src/store/notice.ts';
import { fakeStorage } from '../../helpers/testEditor.ts';

function told(isUnavailable: boolean): readonly NoticeFacts[] {
  const notices: NoticeFacts[] = [];
  const notify = createNotifyNotKept({ ...fakeStorage(), isUnavailable }, (facts) => notices.push(facts));
  notify({ code: 'photographNotKept' });
  notify({ code: 'workNotKept' });
  return notices;
}

test('of each thing that is not kept it is said where the browser keeps others', () => {
  expect(told(false)).toEqual([{ code: 'photographNotKept' }, { code: 'workNotKept' }]);
});

test('that nothing is kept at all is said once', () => {
  expect(told(true)).toEqual([{ code: 'nothingKept' }]);
});
