import type { Document } from '../../model/document/document.ts';
import type { SnapGuide } from '../../model/document/snapping.ts';
import type { Point } from '../../model/geometry/point.ts';
import type { Modifiers } from '../tool.ts';

/** How far and how something is dragged. */
export type Pull = {
  /** Canvas px since the press. */
  readonly offset: Point;
  readonly modifiers: Modifiers;
  /** Canvas px within which things snap; 0 for not at all. */
  readonly snapReach: number;
};

/** What has come of a drag so far. */
export type Dragged = {
  readonly document: Document;
  /** As in `Draft.origin`. */
  readonly origin: Point;
  readonly guides: readonly SnapGuide[];
  readonly label: string;
};
