import type { FileRefusal } from '../image/fileRefusal.ts';
import type { ImageCopy } from '../model/document/document.ts';
import type { Size } from '../model/geometry/rect.ts';
import type { AreaLosses } from '../model/mask/areasToRings.ts';
import type { AreasRefusal } from '../model/mask/readAreas.ts';

/** Something to tell the person: `problem` says that something did not work, `info` that something did. */
export type Notice = { readonly tone: 'problem' | 'info' } & NoticeFacts;

/** What there is to tell, as a code with the facts that its sentence needs; the page has the words. */
export type NoticeFacts =
  | { readonly code: 'finishShapeFirst' | 'trialApplied' | 'trialNotSent' }
  | { readonly code: 'nothingLeft'; readonly loss: MaskLoss }
  | { readonly code: 'otherPhotograph' | 'photographGone' | 'photographNotKept' }
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | ({ readonly code: 'areasAdjusted' } & AreaLosses)
  /** `size`: of the copy that was opened, in px. */
  | { readonly code: 'openedCopy'; readonly copy: ImageCopy; readonly size: Size }
  | { readonly code: 'onlyFiles' | 'imageOutOfReach' | 'sampleNotFetched' }
  | { readonly code: 'firstOfFiles'; readonly name: string; readonly count: number }
  | { readonly code: 'nothingKept' | 'workNotKept' | 'workNotRead' }
  | { readonly code: 'photographOfGenerationGone' | 'newPhotographNotKept' }
  | { readonly code: 'generationNotRecorded' | 'generationNotDeleted' }
  | { readonly code: 'noRoomForResults' | 'resultNotSaved' }
  | { readonly code: 'clipboardEmpty' }
  /** `keys` do what the page may not. */
  | { readonly code: 'clipboardBlocked'; readonly action: 'copy' | 'cut' | 'paste'; readonly keys: string }
  | { readonly code: 'imagesNotPacked' | 'partNotLoaded' | 'sandboxMeans' }
  /** `message`: the words of the server or the browser. */
  | { readonly code: 'maskNotMade' | 'failed'; readonly message: string };

/** What an operation that combines regions would leave nothing of. */
export type MaskLoss = 'lowestCovered' | 'nothingInCommon';

/** Why a file or a text was not taken. */
export type Refusal =
  | FileRefusal
  | AreasRefusal
  | { readonly kind: 'refused'; readonly reason: 'noPhotograph' | 'nothingMasked' | 'jsonTooLarge' };
