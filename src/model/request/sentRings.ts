import type { Document } from '../document/document.ts';
import { visibleRings } from '../document/region.ts';
import type { Rings } from '../geometry/rings/ring.ts';
import type { MaskFrameKind } from '../mask/maskFrame.ts';
import { maskFrame, ringsInFrame } from '../mask/maskFrame.ts';

/** Documents are immutable, and what is sent is asked for at every letter of the prompt: each is worked out once. */
const cachedRings: Record<MaskFrameKind, WeakMap<Document, Rings>> = {
  image: new WeakMap(),
  canvas: new WeakMap(),
};

/** The mask as it is sent: the visible regions in whole px of that frame, in normal form. */
export function sentRings(document: Document, kind: MaskFrameKind): Rings {
  const rings =
    cachedRings[kind].get(document) ??
    ringsInFrame(visibleRings(document.regions), maskFrame(document, kind));
  cachedRings[kind].set(document, rings);
  return rings;
}
