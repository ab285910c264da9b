import type { Config } from '../../contract/config.ts';
import { imageExtensions, imageMimeTypes } from '../../contract/imageType.ts';
import { type Generation, resultsExpireAt } from '../../store/generations/generation.ts';
import { progressText } from '../generate/GenerationProgress.tsx';
import { durationText } from '../kit/formats.ts';
import { fileStem } from '../kit/saveFile.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { type CompletedGeneration, isOfThisService } from './generationKinds.ts';

/** The service promises one to four images, and does not say why there are fewer. */
export function returnedText({ isSandbox, phase }: CompletedGeneration): string {
  return lateTexts.generations.returned(phase.results.length, isSandbox);
}

export function timeText({ startedAt }: Pick<Generation, 'startedAt'>): string {
  return new Date(startedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** Under the photograph's name, with the number that the service gave the result. */
export function resultFileName(
  { document }: Pick<Generation, 'document'>,
  blob: Blob,
  index: number,
): string {
  return `${fileStem(document.image?.name ?? '')}-${index + 1}.${imageExtension(blob)}`;
}

/** Results are images by their bytes; the service's usual type stands in where a browser leaves it out. */
function imageExtension({ type }: Blob): string {
  const known = imageMimeTypes.find((each) => each === type);
  return imageExtensions[known ?? 'image/png'];
}

/** How long ago it was sent; `now` in ms since 1970. */
export function elapsedText({ startedAt }: Generation, now: number): string {
  return durationText(now - startedAt);
}

/** What a running generation is doing. The task of the other service is unknown to this server. */
export function runningText(generation: Generation, now: number, config: Config): string {
  if (isOfThisService(generation, config)) return progressText(generation, now);
  return generation.isSandbox ? lateTexts.generations.waitsForSandbox : lateTexts.generations.waitsForKey;
}

const minuteMs = 60_000;

/** How long the service still keeps the results of a generation; nothing it promises holds beyond that. */
export function timeLeftText(generation: Generation, now: number): string {
  const leftMs = (resultsExpireAt(generation) ?? now) - now;
  if (leftMs <= 0) return lateTexts.generations.noLongerKept;
  if (leftMs < minuteMs) return lateTexts.generations.deletedSoon;
  return lateTexts.generations.keptFor(durationText(Math.floor(leftMs / minuteMs) * minuteMs));
}
