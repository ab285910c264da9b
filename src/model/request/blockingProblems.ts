import { callbackUrlFault } from '../../contract/callbackUrl.ts';
import { isWellFormed } from '../../contract/isWellFormed.ts';
import { limits } from '../../contract/limits.ts';
import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { hasMaskEffect } from '../mask/maskEffect.ts';
import type { Layout } from './layout.ts';
import { excessiveDetail } from './maskDetail.ts';
import type { Problem, ProblemFacts, ProblemField } from './problem.ts';
import type { Settings } from './settings.ts';

/** What stops a request: the service would refuse it, or take money for nothing. */
export function blockingProblemsOf(document: Document, settings: Settings, layout: Layout): Problem[] {
  return [
    imageProblem(document, settings, layout),
    maskProblem(document, settings),
    promptProblem(settings),
    callbackUrlProblem(settings),
  ].filter((problem) => problem !== undefined);
}

function imageProblem(document: Document, { maskFrame }: Settings, { pixels }: Layout): Problem | undefined {
  if (document.image === null) return blockingProblem('image', { id: 'noImage' });
  if (coveredRect(document) === undefined) return blockingProblem('placement', { id: 'imageOffFrame' });
  if (pixels.generated > 0 || hasMaskEffect(document, maskFrame)) return undefined;
  return blockingProblem('regions', { id: 'nothingToGenerate' });
}

/** A mask may be drawn with more detail than a request has room for; as a picture it can always be sent. */
function maskProblem(document: Document, { maskFormat, maskFrame }: Settings): Problem | undefined {
  if (maskFormat === 'image') return undefined;
  const detail = excessiveDetail(document, maskFrame);
  return detail && blockingProblem('regions', { id: 'maskTooDetailed', ...detail });
}

function promptProblem({ prompt }: Settings): Problem | undefined {
  if (prompt.trim() === '') return blockingProblem('prompt', { id: 'emptyPrompt' });
  if (!isWellFormed(prompt)) return blockingProblem('prompt', { id: 'promptMalformed' });
  const { length } = prompt;
  return length > limits.promptLengthMax
    ? blockingProblem('prompt', { id: 'promptTooLong', length })
    : undefined;
}

function callbackUrlProblem({ callbackUrl }: Settings): Problem | undefined {
  if (callbackUrl.trim() === '') return undefined;
  const fault = callbackUrlFault(callbackUrl.trim());
  return fault && blockingProblem('callbackUrl', { id: 'invalidCallbackUrl', fault });
}

function blockingProblem(field: ProblemField, facts: ProblemFacts): Problem {
  return { ...facts, severity: 'stops', field };
}
