import type { CallbackUrlFault } from '../../contract/callbackUrl.ts';
import type { Size } from '../geometry/rect.ts';
import type { MaskDetail } from './maskDetail.ts';

/** Why a request cannot be sent (`stops`) or may not give what is expected (`warns`). */
export type Problem = ProblemFacts & {
  readonly severity: 'stops' | 'warns';
  /** Where it can be put right. */
  readonly field: ProblemField;
};

export type ProblemField = 'image' | 'prompt' | 'canvas' | 'placement' | 'regions' | 'callbackUrl';

/** What is the matter, with what a sentence about it has to know. Sizes are in px of the image, or of the canvas where it is drawn. */
export type ProblemFacts =
  | { readonly id: 'noImage' | 'emptyPrompt' | 'imageOffFrame' | 'nothingToGenerate' | 'everythingMasked' }
  | { readonly id: 'promptTooLong'; readonly length: number }
  | { readonly id: 'promptMalformed' }
  | ({ readonly id: 'maskTooDetailed' } & MaskDetail)
  | { readonly id: 'invalidCallbackUrl'; readonly fault: CallbackUrlFault }
  | ({
      readonly id: 'regionsOutsideImage' | 'regionsBeyondImage' | 'regionsOffFrame' | 'regionsHidden';
    } & NamedRegions)
  /** By how much it is drawn larger than its pixels. */
  | { readonly id: 'imageEnlarged'; readonly percent: number }
  /** The size that it is drawn at. */
  | ({ readonly id: 'imageStretched' } & Size)
  /** The size that it is sent at. */
  | ({ readonly id: 'imageSmall' | 'imageOverSize' } & Size);

/** The names of the first few regions, and how many there are besides. */
export type NamedRegions = { readonly names: readonly string[]; readonly others: number };
