import type { EditorStorage } from '../../storage/openStorage.ts';
import type { NoticeFacts } from '../notice.ts';

/** Says what this browser could not keep. */
export type NotifyNotKept = (facts: NoticeFacts) => void;

/** Where nothing is kept at all, that is said once, and not of each thing again. */
export function createNotifyNotKept(
  { isUnavailable }: EditorStorage,
  notify: (facts: NoticeFacts) => void,
): NotifyNotKept {
  let isSaid = false;
  return (facts) => {
    if (!isUnavailable) notify(facts);
    else if (!isSaid) notify({ code: 'nothingKept' });
    isSaid = true;
  };
}
