import type { EditorStorage } from '../../storage/openStorage.ts';

/** Says what this browser could not keep. */
export type NotifyNotKept = (message: string) => void;

const nothingIsKept =
  'This browser does not let the editor keep anything, as in some private windows. ' +
  'Your work and your results are safe while this page stays open: download what you want to keep.';

/** Where nothing is kept at all, that is said once, and not of each thing again. */
export function createNotifyNotKept(
  { keepsNothing }: EditorStorage,
  notify: (message: string) => void,
): NotifyNotKept {
  let isSaid = false;
  return (message) => {
    if (!keepsNothing) notify(message);
    else if (!isSaid) notify(nothingIsKept);
    isSaid = true;
  };
}
