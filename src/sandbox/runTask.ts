import type { GenerationRequest } from '../contract/generationRequest.ts';
import { limits } from '../contract/limits.ts';
import { models } from '../contract/model.ts';
import type { HostedFiles } from './hostedFiles.ts';
import type { MaskInput } from './render/canvasMask.ts';
import { RenderError } from './render/decodeImage.ts';
import type { RenderInput } from './render/renderVariants.ts';
import type { Scenario } from './scenarios.ts';
import type { Outcome } from './taskState.ts';

/** PNGs of the canvas, at most `count`. Throws a `RenderError` where the input cannot be used. */
export type Render = (input: RenderInput, count: number) => Promise<readonly Uint8Array[]>;

/** Runs a request to its end, and never throws. Results are hosted at `origin`. */
export type RunTask = (request: GenerationRequest, scenario: Scenario, origin: string) => Promise<Outcome>;

const noImage = new TextEncoder().encode('<!doctype html><title>This is no image.</title>');

/** One rendering after the other: each takes up to a few hundred megabytes. */
export function createRunTask(files: HostedFiles, render: Render): RunTask {
  let previous: Promise<unknown> = Promise.resolve();
  return (request, { failure, resultCount, results }, origin) => {
    if (failure !== undefined) return Promise.resolve({ kind: 'failed', failure });
    const outcome = previous
      .then(() => render(renderInput(request, files), resultCount))
      .then((images): Outcome => ({ kind: 'completed', results: images.map(hostResult) }))
      .catch(failedOutcome);
    previous = outcome;
    return outcome;

    function hostResult(bytes: Uint8Array, index: number): string {
      const name = `result-${index + 1}.png`;
      const lifetimeHours = results === 'gone' ? 0 : limits.resultLifetimeHours;
      const content = results === 'broken' ? noImage : bytes;
      return files.host({ origin, name, bytes: content, mimeType: 'image/png', lifetimeHours }).url;
    }
  };
}

function renderInput(
  { model, image_urls, model_params }: GenerationRequest,
  files: HostedFiles,
): RenderInput {
  const { canvas, img_pos, mask } = model_params;
  const maskInput: MaskInput =
    'areas' in mask
      ? { kind: 'areas', areas: mask.areas }
      : { kind: 'image', bytes: hostedBytes(files, mask.url), encoding: models[model].maskEncoding };
  return { canvas, img_pos, image: hostedBytes(files, image_urls[0] ?? ''), mask: maskInput };
}

/** The sandbox fetches nothing: it would be a way for anyone who reaches it to make this machine call others. */
function hostedBytes(files: HostedFiles, url: string): Uint8Array {
  const file = files.find(url);
  if (file !== undefined) return file.bytes;
  throw new RenderError(
    'image_processing_error',
    `${url} could not be loaded: the sandbox only reads files uploaded to it, for 72 hours.`,
  );
}

function failedOutcome(error: unknown): Outcome {
  if (error instanceof RenderError) {
    return { kind: 'failed', failure: { code: error.code, message: error.message } };
  }
  console.error(error);
  return {
    kind: 'failed',
    failure: { code: 'service_error', message: 'The sandbox could not render this.' },
  };
}
