import type { EditorStorage } from '../../storage/openStorage.ts';

/** Says what this browser could not keep. */
export type ComplainOfKeeping = (message: string) => void;

const nothingIsKept =
  'This browser does not let the editor keep anything, as in some private windows. ' +
  'Your work and your results are safe while this page stays open: download what you want to keep.';

/** Where nothing is kept at all, that is said once, and not of each thing again. */
export function createComplainOfKeeping(
  { keepsNothing }: EditorStorage,
  complain: (message: string) => void,
): ComplainOfKeeping {
  let isSaid = false;
  return (message) => {
    if (!keepsNothing) complain(message);
    else if (!isSaid) complain(nothingIsKept);
    isSaid = true;
  };
}
