import type { Document } from '../../model/document/document.ts';
import { appendRegions } from '../../model/document/regions.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import type { OperationOutcome } from '../../model/mask/operations/applyOperation.ts';
import { operandIds } from '../../model/mask/operations/operands.ts';
import type { AmountOperationId } from '../../model/mask/operations/operationAmounts.ts';
import { remainingSelection } from '../../tools/selection.ts';
import type { Notice } from '../notice.ts';
import type { Change, EditorState, MaskPanel } from './editorState.ts';
import { hideResult } from './shownResult.ts';

/** What is tried out: an operation by an amount in image px, or regions that an import would add. */
type TrialSource =
  | { readonly kind: 'operation'; readonly id: AmountOperationId; readonly amount: number }
  | { readonly kind: 'regions'; readonly ringsOfEach: readonly Rings[] };

/**
 * Something that is tried out on the mask. `outcome` is what the newest answered question made of `base`; it may be of an
 * earlier amount while the newest is worked out.
 */
export type Trial = {
  readonly source: TrialSource;
  readonly answered: TrialQuestion | null;
  readonly base: Document | null;
  readonly outcome: OperationOutcome | null;
};

/** An operation's trial as it is put to a worker: on the selected regions, or with none selected on all visible ones. */
export type TrialQuestion = {
  readonly source: Extract<TrialSource, { kind: 'operation' }>;
  readonly document: Document;
  readonly regionIds: readonly string[];
};

/** Tries an operation out at another amount; what was found for the last one stays until this one is worked out. */
export function tryOperation(id: AmountOperationId, amount: number): Change {
  return (state) => {
    if (state.maskPanel !== id) return state;
    const nothing = { answered: null, base: null, outcome: null };
    return { ...state, trial: { ...nothing, ...state.trial, source: { kind: 'operation', id, amount } } };
  };
}

/** Shows what an import would add; null where there is nothing to show. */
export function tryRegions(ringsOfEach: readonly Rings[] | null): Change {
  return (state) => {
    if (ringsOfEach === null) return state.trial === null ? state : { ...state, trial: null };
    const { document } = appendRegions(state.document, ringsOfEach);
    const source = { kind: 'regions', ringsOfEach } as const;
    return {
      ...state,
      trial: {
        source,
        answered: null,
        base: state.document,
        outcome: { document, lostCount: 0, isAllLost: false },
      },
    };
  };
}

export const closeMaskPanel: Change = (state) =>
  state.maskPanel === null && state.trial === null ? state : { ...state, maskPanel: null, trial: null };

export function openMaskPanel(maskPanel: MaskPanel): Change {
  return (state) => ({ ...hideResult(state), maskPanel, trial: null });
}

/** Opens the panel of an operation, tried out at that amount at first. */
export function openOperation(id: AmountOperationId, amount: number): Change {
  return (state) => tryOperation(id, amount)(openMaskPanel(id)(state));
}

/** What of the trial is still to be worked out; undefined where its preview is the current one. */
export function pendingQuestion({ trial, document, selection }: EditorState): TrialQuestion | undefined {
  if (trial?.source.kind !== 'operation') return undefined;
  const question = { source: trial.source, document, regionIds: operandIds(document, selection.regionIds) };
  return trial.answered !== null && isSameQuestion(trial.answered, question) ? undefined : question;
}

export function isSameQuestion(a: TrialQuestion, b: TrialQuestion): boolean {
  return a.source === b.source && a.document === b.document && isSameList(a.regionIds, b.regionIds);
}

export function answerTrial(answered: TrialQuestion, outcome: OperationOutcome): Change {
  return (state) => {
    if (state.trial?.source.kind !== 'operation' || state.trial.source.id !== answered.source.id)
      return state;
    return { ...state, trial: { ...state.trial, answered, base: answered.document, outcome } };
  };
}

/** By its button, or by a press on the stage, which is meant for what is seen there. */
export type AppliedBy = 'button' | 'press';

const appliedNotice: Notice = { tone: 'info', code: 'trialApplied' };

/**
 * Applies what was tried out as one undo step and closes its panel. What it added is selected, else what is left of the
 * selected regions. Where nothing changes a press closes the panel without a word, and the button does nothing.
 */
export function withOutcome(after: Document, by: AppliedBy): Change {
  return (state) => {
    const closed = { ...state, maskPanel: null, trial: null };
    if (after === state.document) return by === 'press' ? closed : state;
    const known = new Set(state.document.regions.map(({ id }) => id));
    const added = after.regions.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    const selection =
      added.length > 0 ? { regionIds: added, vertices: [] } : remainingSelection(state.selection, after);
    return { ...closed, document: after, selection, notice: by === 'press' ? appliedNotice : state.notice };
  };
}

/**
 * Keeps what is tried out in step with the document. It belongs to its photo: on another one it would be what nobody asked
 * for. An operation that has nothing left to act on is not tried any more; what it makes of another document is asked anew.
 * Regions are added to whatever document there is of that photo.
 */
export function keepTrial(before: EditorState, state: EditorState): EditorState {
  const { trial, document } = state;
  const isOtherPhoto = document.image?.id !== before.document.image?.id;
  if (isOtherPhoto && state.maskPanel !== 'export') return closeMaskPanel(state);
  const isOtherBase = trial?.source.kind === 'regions' && trial.base !== document;
  if (isOtherBase) return tryRegions(trial.source.ringsOfEach)(state);
  return isMoot(state) ? closeMaskPanel(state) : state;
}

function isMoot({ maskPanel, document, selection }: EditorState): boolean {
  if (maskPanel === null || maskPanel === 'import' || maskPanel === 'export') return false;
  if (document.image === null) return true;
  return maskPanel !== 'border' && operandIds(document, selection.regionIds).length === 0;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
