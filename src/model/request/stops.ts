import { callbackUrlSchema } from '../../contract/callbackUrl.ts';
import { limits } from '../../contract/limits.ts';
import type { Document } from '../document/document.ts';
import { coveredRect } from '../document/placement.ts';
import { hasMaskEffect } from '../mask/maskEffect.ts';
import type { Layout } from './layout.ts';
import type { Problem, ProblemField, ProblemId } from './problem.ts';
import type { Settings } from './settings.ts';

/** What stops a request: the service would refuse it, or take money for nothing. */
export function stopsOf(document: Document, settings: Settings, layout: Layout): Problem[] {
  return [imageStop(document, settings, layout), promptStop(settings), callbackUrlStop(settings)].filter(
    (problem) => problem !== undefined,
  );
}

function imageStop(document: Document, { maskFrame }: Settings, { pixels }: Layout): Problem | undefined {
  if (document.image === null) return stop('noImage', 'image', 'Open an image to begin.');
  if (coveredRect(document) === undefined) {
    return stop('imageOffFrame', 'placement', 'The image lies outside the frame. Move it onto the frame.');
  }
  if (pixels.generated > 0 || hasMaskEffect(document, maskFrame)) return undefined;
  return stop(
    'nothingToGenerate',
    'regions',
    'There is nothing to generate: the image covers the whole frame and no visible region lies on it there. ' +
      'Draw a region, or extend the canvas.',
  );
}

function promptStop({ prompt }: Settings): Problem | undefined {
  if (prompt.trim() === '') return stop('emptyPrompt', 'prompt', 'Write a prompt that says what to paint.');
  if (prompt.length <= limits.promptLengthMax) return undefined;
  const message = `The prompt has ${prompt.length} characters. Shorten it to ${limits.promptLengthMax}.`;
  return stop('promptTooLong', 'prompt', message);
}

function callbackUrlStop({ callbackUrl }: Settings): Problem | undefined {
  if (callbackUrl.trim() === '') return undefined;
  const { error } = callbackUrlSchema.safeParse(callbackUrl.trim());
  const message = error?.issues[0]?.message;
  return message === undefined ? undefined : stop('invalidCallbackUrl', 'callbackUrl', message);
}

function stop(id: ProblemId, field: ProblemField, message: string): Problem {
  return { id, severity: 'stops', message, field };
}
