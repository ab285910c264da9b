import type { Document } from '../../model/document/document.ts';
import type { SnapGuide } from '../../model/document/snapping.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Modifiers } from '../tool.ts';

/** How far something is dragged, and with what keys. */
export type MoveDrag = {
  /** Canvas px since the press. */
  readonly offset: Point;
  readonly modifiers: Modifiers;
  /** Canvas px within which things snap; 0 for not at all. */
  readonly snapReach: number;
};

/** What has come of a drag so far. */
export type MoveDragResult = {
  readonly document: Document;
  /** As in `Draft.origin`. */
  readonly origin: Point;
  readonly guides: readonly SnapGuide[];
  readonly label: string;
};
