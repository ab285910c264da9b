import type { CopyReason } from '../../../model/document/document.ts';
import type { Size } from '../../../model/geometry/rect.ts';
import type { AreaLosses } from '../../../model/mask/areasToRings.ts';
import type { MaskLoss, NoticeFacts } from '../../../store/notice.ts';
import { type Sentences, sentence } from '../sentence.ts';
import { counted } from './counted.ts';
import { refusals } from './refusals.ts';
import { topbar } from './topbar.ts';

const losses: Readonly<Record<MaskLoss, string>> = {
  lowestCovered: 'the upper regions cover all of the lowest',
  nothingInCommon: 'these regions have nothing in common',
};

const openedCopy: Readonly<Record<CopyReason, (file: Size, opened: Size) => string>> = {
  large: (file, opened) =>
    `This photo has ${Math.round((file.width * file.height) / 1e6)} megapixels. It was opened at ` +
    `${opened.width} × ${opened.height} px, which saves memory: no more than 4096 px a side are sent.`,
  damaged: () =>
    'The file is damaged or incomplete. What could be read of it was opened; look at it before you generate.',
  turned: () => 'The photo was turned upright, as its file asks.',
};

function adjustments({ roundedVertices, leftOut }: AreaLosses): string {
  const rounded = `Rounded to whole px: ${counted(roundedVertices, 'vertex', 'vertices')}.`;
  const without = `Left out, being no polygons: ${counted(leftOut, 'shape', 'shapes')}.`;
  return [roundedVertices > 0 ? rounded : '', leftOut > 0 ? without : ''].join(' ').trim();
}

/** What the editor has to tell. */
export const notices: Sentences<NoticeFacts> = {
  finishShapeFirst: 'Finish the shape first: Enter closes it, Escape gives it up.',
  trialApplied: 'What you tried out was applied. Undo takes it back.',
  trialNotSent: 'Nothing was sent: what you see is only tried out. Apply it to the mask or cancel it first.',
  nothingLeft: ({ loss }) => `Nothing was changed: ${losses[loss]}.`,
  otherPhotograph: 'Another photograph was opened meanwhile.',
  photographGone: 'The photograph of your last visit is no longer in this browser. Open it again to go on.',
  photographNotKept: 'This browser has no room to keep the photograph: it will not survive a reload.',
  refused: ({ refusal }) => sentence(refusals, refusal.reason, refusal),
  areasAdjusted: adjustments,
  openedCopy: ({ copy, size }) => openedCopy[copy.reason](copy, size),
  onlyFiles: 'There is no image in what was dropped. Drop an image, its file, or a link to it.',
  imageOutOfReach: 'That image can only be read in the page it is from. Save it there, then open the file.',
  sampleNotFetched:
    'The sample could not be fetched. Check that the editor’s server is running, then try again.',
  firstOfFiles: ({ name, count }) => `Opened ${name}, the first of ${count} files.`,
  nothingKept:
    'This browser does not let the editor keep anything, as in some private windows. ' +
    'Your work and your results are safe while this page stays open: download what you want to keep.',
  photographOfGenerationGone:
    'The photograph of that generation is no longer in this browser. Open it again to go on.',
  newPhotographNotKept: 'This browser has no room to keep the new photograph: it will not survive a reload.',
  generationNotRecorded:
    'This browser could not keep the record of this generation. It goes on; leave this page open until you have its results.',
  generationNotDeleted: 'This browser could not delete the generation. Try again.',
  noRoomForResults:
    'There is no room left in this browser to keep the results. They stay here while this page is open: download them, or delete older results to make room.',
  resultNotSaved:
    'This browser could not keep a result. It stays here while this page is open: download it before you leave.',
  workNotKept: 'This browser could not keep your work. It is safe while this page stays open.',
  workNotRead: 'The work of your last visit could not be read from this browser.',
  clipboardEmpty: 'There are no regions on the clipboard.',
  clipboardBlocked: ({ action, keys }) =>
    `This browser keeps the clipboard to itself: press ${keys} to ${action}.`,
  imagesNotPacked: 'The images could not be packed into one file. Download them one by one.',
  partNotLoaded:
    'This part of the editor could not be loaded from its server. Your work is kept: reload the page when the server is back.',
  sandboxMeans: topbar.sandboxMeans,
  maskNotMade: ({ message }) => `The mask was not made. ${message}`,
  failed: ({ message }) => message,
};

export const noticeBox = {
  title: 'Notice',
  settingsReplaced: 'Prompt and settings replaced.',
  putMineBack: 'Put mine back',
};
