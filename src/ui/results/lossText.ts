import { bytesOf, type Generation, isCompleted } from '../../store/generations/generation.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import * as texts from '../texts/texts.ts';
import { sizeText } from './panel/generationFacts.ts';

/** What is lost with a generation. */
export function lossText(generation: Generation): string {
  const bytes = bytesOf(generation);
  if (bytes === 0 || !isCompleted(generation)) return lateTexts.generationCard.losesRecord;
  const images = texts.results.images(generation.phase.results.length);
  return lateTexts.generationCard.losesImages(images, sizeText(bytes));
}
