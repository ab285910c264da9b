import type { Area } from '../../contract/area.ts';
import type { GenerationRequest, Mask } from '../../contract/generationRequest.ts';
import type { Document } from '../document/document.ts';
import { visibleRings } from '../document/region.ts';
import { signedArea } from '../geometry/polygon.ts';
import { isPointInRect, rectOfSize } from '../geometry/rect.ts';
import { areasOf } from '../mask/areasOf.ts';
import type { MaskFrameKind } from '../mask/maskFrame.ts';
import { isExactInFrame, maskFrame } from '../mask/maskFrame.ts';
import { sentRings } from './sentRings.ts';
import type { Settings } from './settings.ts';

/** What stands for a URL that exists only after upload. Not a URL, so that no such request passes as complete. */
export const imageUrlPlaceholder = '<image URL, known after upload>';
export const maskUrlPlaceholder = '<mask URL, known after upload>';

export type RequestUrls = { readonly image?: string | undefined; readonly mask?: string | undefined };

/** The body of `POST /v1/images/generations` for the document, its fields in the order of the documentation. */
export function generationRequest(
  document: Document,
  settings: Settings,
  urls: RequestUrls,
): GenerationRequest {
  const { canvas, placement } = document;
  const callbackUrl = settings.callbackUrl.trim();
  return {
    model: settings.model,
    prompt: settings.prompt,
    image_urls: [urls.image ?? imageUrlPlaceholder],
    model_params: {
      mask: requestMask(document, settings, urls.mask),
      canvas: { width: canvas.width, height: canvas.height },
      img_pos: { width: placement.width, height: placement.height, x: placement.x, y: placement.y },
      speed: settings.speed,
    },
    ...(callbackUrl === '' ? {} : { callback_url: callbackUrl }),
  };
}

export type MaskSummary = {
  readonly areas: number;
  readonly vertices: number;
  /** Whether every vertex is sent where it was drawn. If not, they are rounded to the frame's pixels. */
  readonly isExact: boolean;
  /** Whether a region goes beyond the photo, where it is not sent. */
  readonly isCut: boolean;
  /** How many holes were bridged to the outline around them, as areas have none; the same pixels are covered. */
  readonly holes: number;
};

export type RequestPreview = { readonly request: GenerationRequest; readonly summary: MaskSummary };

/** A request as it would be sent, and what its mask amounts to. */
export function requestPreview(document: Document, settings: Settings, urls: RequestUrls): RequestPreview {
  const request = generationRequest(document, settings, urls);
  return { request, summary: maskSummary(request, document, settings.maskFrame) };
}

/** What the mask of a request in area form amounts to; of `document`, which it was built from, for its exactness. */
export function maskSummary(
  request: GenerationRequest,
  document: Document,
  kind: MaskFrameKind,
): MaskSummary {
  const { mask } = request.model_params;
  const rings = visibleRings(document.regions);
  const photo = document.image && rectOfSize(document.image);
  const areas = 'areas' in mask ? mask.areas : [];
  return {
    areas: areas.length,
    vertices: areas.reduce((count, area) => count + area.points.length / 2, 0),
    isExact: isExactInFrame(rings, maskFrame(document, kind)),
    isCut: photo !== null && rings.some((ring) => ring.some((point) => !isPointInRect(point, photo))),
    holes: 'areas' in mask ? sentRings(document, kind).filter((ring) => signedArea(ring) < 0).length : 0,
  };
}

/** The visible regions as areas of that frame. */
export function maskAreas(document: Document, kind: MaskFrameKind): Area[] {
  return areasOf(sentRings(document, kind), maskFrame(document, kind).size);
}

function requestMask(
  document: Document,
  { maskFormat, maskFrame: kind }: Settings,
  url: string | undefined,
): Mask {
  if (maskFormat === 'image') return { url: url ?? maskUrlPlaceholder };
  return { areas: maskAreas(document, kind) };
}
