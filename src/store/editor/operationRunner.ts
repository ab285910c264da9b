import {
  applyOperation,
  type OperationId,
  type OperationOutcome,
} from '../../model/mask/operations/applyOperation.ts';
import { operandIds } from '../../model/mask/operations/operands.ts';
import { remainingSelection } from '../../tools/selection.ts';
import type { MaskWorker } from '../../workers/connectWorkers.ts';
import type { MaskLoss } from '../notice.ts';
import { type Change, isInGesture, withInfo } from './editorState.ts';
import { finishFirst } from './regionChanges.ts';
import type { StoreAccess } from './toolRunner.ts';
import {
  type AppliedBy,
  answerTrial,
  closeMaskPanel,
  isSameQuestion,
  pendingQuestion,
  type TrialQuestion,
  withOutcome,
} from './trial.ts';

type Masks = Pick<MaskWorker, 'applyOperation'>;

/** Has a worker do what can be done to the mask, tried out or for good. */
export function createOperationRunner(access: StoreAccess, masks: Masks) {
  const { getState, set, queue } = access;
  let isAsking = false;
  let last: { readonly question: TrialQuestion; readonly outcome: Promise<OperationOutcome> } | undefined;

  /** Finds out what a trial comes to. One question is under way at a time, and those overtaken are never asked. */
  async function followTrial(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      for (let question = pendingQuestion(getState()); question; question = pendingQuestion(getState())) {
        const outcome = await ask(question);
        set(answerTrial(question, outcome));
      }
    } finally {
      isAsking = false;
    }
  }

  /** A worker that fails is not asked again: the page does it. Nor is it asked what it is at already. */
  function ask(question: TrialQuestion): Promise<OperationOutcome> {
    if (last !== undefined && isSameQuestion(last.question, question)) return last.outcome;
    const { source, document, regionIds } = question;
    const answer = masks.applyOperation(source.id, document, regionIds, source.amount);
    const outcome = answer.catch(() => compute(question));
    last = { question, outcome };
    return outcome;
  }

  /** With the newest amount, worked out by now or not. */
  function applyTrial(by: AppliedBy): void {
    queue.run(() => {
      const { trial, document } = getState();
      const question = pendingQuestion(getState());
      if (question !== undefined) {
        queue.waitFor({
          answer: ask(question),
          computeNow: () => compute(question),
          onDone: (outcome) => set(withOutcome(outcome.document, by)),
        });
      } else if (trial?.outcome && trial.base === document) set(withOutcome(trial.outcome.document, by));
      else set(closeMaskPanel);
    });
  }

  return {
    followTrial: () => void followTrial(),
    applyTrial,
    apply: (id: OperationId, loss?: MaskLoss) => apply(access, masks, id, loss),
  };
}

export type OperationRunner = ReturnType<typeof createOperationRunner>;

/**
 * Does it to the selected regions, with none selected to all visible ones, as one undo step. `loss` says why it is refused
 * where nothing would be left of them; without it they may vanish.
 */
function apply({ getState, set, queue }: StoreAccess, masks: Masks, id: OperationId, loss?: MaskLoss): void {
  queue.run(() => {
    const state = getState();
    if (isInGesture(state)) return set(withInfo(finishFirst));
    const { document, selection } = state;
    const ids = operandIds(document, selection.regionIds);
    queue.waitFor({
      answer: masks.applyOperation(id, document, ids),
      computeNow: () => applyOperation(id, document, ids),
      onDone: (outcome) => set(withOperation(outcome, loss)),
    });
  });
}

function compute({ source, document, regionIds }: TrialQuestion): OperationOutcome {
  return applyOperation(source.id, document, regionIds, source.amount);
}

function withOperation({ document, isAllLost }: OperationOutcome, loss: MaskLoss | undefined): Change {
  if (isAllLost && loss !== undefined) return withInfo({ code: 'nothingLeft', loss });
  return (state) => ({ ...state, document, selection: remainingSelection(state.selection, document) });
}
