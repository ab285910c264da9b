/** Why a request cannot be sent (`stops`) or may not give what is expected (`warns`). */
export type Problem = {
  readonly id: ProblemId;
  readonly severity: 'stops' | 'warns';
  /** What is the matter and what to do, in a sentence or two. */
  readonly message: string;
  /** Where it can be put right. */
  readonly field: ProblemField;
};

export type ProblemField = 'image' | 'prompt' | 'canvas' | 'placement' | 'regions' | 'callbackUrl';

export type ProblemId =
  | 'noImage'
  | 'emptyPrompt'
  | 'promptTooLong'
  | 'imageOffFrame'
  | 'nothingToGenerate'
  | 'invalidCallbackUrl'
  | 'regionsOutsideImage'
  | 'regionsBeyondImage'
  | 'regionsOffFrame'
  | 'regionsHidden'
  | 'everythingMasked'
  | 'imageEnlarged'
  | 'imageStretched'
  | 'imageSmall'
  | 'imageOverSize';
