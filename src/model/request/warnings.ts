import { limits } from '../../contract/limits.ts';
import { hasRatio } from '../document/canvasRatio.ts';
import type { Document } from '../document/document.ts';
import type { Rect, Size } from '../geometry/rect.ts';
import { shownImageRect } from '../mask/maskEffect.ts';
import { sentImageSize } from '../mask/sentImageSize.ts';
import type { Layout } from './layout.ts';
import type { Problem, ProblemFacts, ProblemField } from './problem.ts';
import { regionWarnings } from './regionWarnings.ts';

/** With what a request may be sent, though the result may not be what was meant. */
export function warningsOf(document: Document, layout: Layout): Problem[] {
  const { image, placement, regions } = document;
  if (image === null) return [];
  return [
    ...regionWarnings(regions, image, shownImageRect(document)),
    everythingMasked(layout),
    imageEnlarged(image, placement),
    imageStretched(image, placement),
    imageSmall(sentImageSize(image)),
    imageOverSize(image),
  ].filter((problem) => problem !== undefined);
}

function everythingMasked({ pixels }: Layout): Problem | undefined {
  if (pixels.kept > 0 || pixels.repainted === 0) return undefined;
  return warning('regions', { id: 'everythingMasked' });
}

function imageEnlarged(image: Size, placement: Rect): Problem | undefined {
  const sent = sentImageSize(image);
  const factor = Math.max(placement.width / sent.width, placement.height / sent.height);
  const percent = Math.round((factor - 1) * 100);
  return percent < 1 ? undefined : warning('placement', { id: 'imageEnlarged', percent });
}

function imageStretched(image: Size, placement: Rect): Problem | undefined {
  if (hasRatio(placement, image)) return undefined;
  const { width, height } = placement;
  return warning('placement', { id: 'imageStretched', width, height });
}

function imageSmall({ width, height }: Size): Problem | undefined {
  if (Math.min(width, height) >= limits.imageSideAdvisedMin) return undefined;
  return warning('image', { id: 'imageSmall', width, height });
}

function imageOverSize(image: Size): Problem | undefined {
  if (Math.max(image.width, image.height) <= limits.imageSideMax) return undefined;
  const { width, height } = sentImageSize(image);
  return warning('image', { id: 'imageOverSize', width, height });
}

function warning(field: ProblemField, facts: ProblemFacts): Problem {
  return { ...facts, severity: 'warns', field };
}
