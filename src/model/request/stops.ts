import { callbackUrlFault } from '../../contract/callbackUrl.ts';
import { limits } from '../../contract/limits.ts';
import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { hasMaskEffect } from '../mask/maskEffect.ts';
import type { Layout } from './layout.ts';
import type { Problem, ProblemFacts, ProblemField } from './problem.ts';
import type { Settings } from './settings.ts';

/** What stops a request: the service would refuse it, or take money for nothing. */
export function stopsOf(document: Document, settings: Settings, layout: Layout): Problem[] {
  return [imageStop(document, settings, layout), promptStop(settings), callbackUrlStop(settings)].filter(
    (problem) => problem !== undefined,
  );
}

function imageStop(document: Document, { maskFrame }: Settings, { pixels }: Layout): Problem | undefined {
  if (document.image === null) return stop('image', { id: 'noImage' });
  if (coveredRect(document) === undefined) return stop('placement', { id: 'imageOffFrame' });
  if (pixels.generated > 0 || hasMaskEffect(document, maskFrame)) return undefined;
  return stop('regions', { id: 'nothingToGenerate' });
}

function promptStop({ prompt }: Settings): Problem | undefined {
  if (prompt.trim() === '') return stop('prompt', { id: 'emptyPrompt' });
  const { length } = prompt;
  return length > limits.promptLengthMax ? stop('prompt', { id: 'promptTooLong', length }) : undefined;
}

function callbackUrlStop({ callbackUrl }: Settings): Problem | undefined {
  if (callbackUrl.trim() === '') return undefined;
  const fault = callbackUrlFault(callbackUrl.trim());
  return fault && stop('callbackUrl', { id: 'invalidCallbackUrl', fault });
}

function stop(field: ProblemField, facts: ProblemFacts): Problem {
  return { ...facts, severity: 'stops', field };
}
