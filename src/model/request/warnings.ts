import { limits } from '../../contract/limits.ts';
import { hasRatio } from '../document/canvasRatio.ts';
import type { Document } from '../document/document.ts';
import type { Rect, Size } from '../geometry/rect.ts';
import { shownImageRect } from '../mask/maskEffect.ts';
import { sentImageSize } from '../mask/sentImageSize.ts';
import type { Layout } from './layout.ts';
import type { Problem, ProblemField, ProblemId } from './problem.ts';
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
  const message =
    'The whole image is masked, so nothing of it is kept. Make the mask smaller to keep a part.';
  return warning('everythingMasked', 'regions', message);
}

function imageEnlarged(image: Size, placement: Rect): Problem | undefined {
  const sent = sentImageSize(image);
  const factor = Math.max(placement.width / sent.width, placement.height / sent.height);
  const percent = Math.round((factor - 1) * 100);
  if (percent < 1) return undefined;
  const message = `The image is drawn ${percent} % larger than its pixels and may look soft. Make it smaller.`;
  return warning('imageEnlarged', 'placement', message);
}

function imageStretched(image: Size, placement: Rect): Problem | undefined {
  if (hasRatio(placement, image)) return undefined;
  const { width, height } = placement;
  const message = `The image is stretched to ${width} × ${height} px. Fit or fill the frame to restore its ratio.`;
  return warning('imageStretched', 'placement', message);
}

function imageSmall({ width, height }: Size): Problem | undefined {
  if (Math.min(width, height) >= limits.imageSideAdvisedMin) return undefined;
  const message =
    `The image is only ${width} × ${height} px. ` +
    `Sides of ${limits.imageSideAdvisedMin} px and more give better results.`;
  return warning('imageSmall', 'image', message);
}

function imageOverSize(image: Size): Problem | undefined {
  if (Math.max(image.width, image.height) <= limits.imageSideMax) return undefined;
  const { width, height } = sentImageSize(image);
  const message = `The image is scaled down to ${width} × ${height} px when it is sent. Nothing needs to be done.`;
  return warning('imageOverSize', 'image', message);
}

function warning(id: ProblemId, field: ProblemField, message: string): Problem {
  return { id, severity: 'warns', message, field };
}
