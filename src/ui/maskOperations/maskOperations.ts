import {
  Group,
  type LucideIcon,
  PaintBucket,
  SquaresExclude,
  SquaresIntersect,
  SquaresSubtract,
  SquaresUnite,
  Trash2,
  Ungroup,
} from 'lucide-react';
import type { Document } from '../../model/document/document.ts';
import {
  convertToOne,
  intersectRegions,
  subtractRegions,
  uniteRegions,
} from '../../model/mask/operations/combineRegions.ts';
import { fillHoles } from '../../model/mask/operations/reshapeRegions.ts';
import { splitRegions } from '../../model/mask/operations/splitRegions.ts';
import { clearMask, invertMask } from '../../model/mask/operations/wholeMask.ts';
import {
  hasHoles,
  hasImage,
  hasMany,
  hasParts,
  hasSeveral,
  hasVisible,
  type Requirement,
} from './requirements.ts';

/** What is done to the mask in one click, as one undo step. */
export type MaskOperation = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tip: string;
  readonly requires: Requirement;
  /** `ids`: the visible ones of the selected regions, or with none selected of all. */
  apply(document: Document, ids: readonly string[]): Document;
  /** Why it is refused where nothing would be left of the regions; without it they may vanish. */
  readonly lossText?: string;
};

/** In the order in which they are offered. */
export const maskOperations = {
  unite: {
    label: 'Union',
    icon: SquaresUnite,
    tip: 'All that is in any of them, as one region',
    requires: hasSeveral,
    apply: uniteRegions,
  },
  subtract: {
    label: 'Subtract selection',
    icon: SquaresSubtract,
    tip: 'Cut the upper ones out of the lowest',
    requires: hasSeveral,
    apply: subtractRegions,
    lossText: 'the upper regions cover all of the lowest',
  },
  intersect: {
    label: 'Intersect selection',
    icon: SquaresIntersect,
    tip: 'Keep what all of them have in common',
    requires: hasSeveral,
    apply: intersectRegions,
    lossText: 'these regions have nothing in common',
  },
  invert: {
    label: 'Invert mask',
    icon: SquaresExclude,
    tip: 'Keep what is masked, and mask the rest of the image',
    requires: hasImage,
    apply: invertMask,
  },
  fillHoles: {
    label: 'Fill holes',
    icon: PaintBucket,
    tip: 'Mask what their holes leave out',
    requires: hasHoles,
    apply: fillHoles,
  },
  split: {
    label: 'Split',
    icon: Ungroup,
    tip: 'Make each part a region of its own',
    requires: hasParts,
    apply: splitRegions,
  },
  convertToOne: {
    label: 'Convert to one',
    icon: Group,
    tip: 'Make one region of the whole mask',
    requires: hasMany,
    apply: convertToOne,
  },
  clear: {
    label: 'Clear mask',
    icon: Trash2,
    tip: 'Delete all that is masked; hidden regions stay',
    requires: hasVisible,
    apply: clearMask,
  },
} as const satisfies Record<string, MaskOperation>;
