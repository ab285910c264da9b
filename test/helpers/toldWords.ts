import type { Notice, Refusal } from '../../src/store/notice.ts';
import { sentence } from '../../src/ui/texts/sentence.ts';
import * as texts from '../../src/ui/texts/texts.ts';

type Told = { readonly tone: Notice['tone']; readonly message: string };

/** What the editor tells, in the words of the page. */
export function noticeOf(editor: { getState(): { readonly notice: Notice | null } }): Told | null {
  const { notice } = editor.getState();
  return notice && { tone: notice.tone, message: noticeText(notice) };
}

export function noticeText(notice: Notice): string {
  return sentence(texts.notices, notice.code, notice);
}

export function refusalText(refusal: Refusal): string {
  return sentence(texts.refusals, refusal.reason, refusal);
}
