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
import type { OperationId } from '../../model/mask/operations/applyOperation.ts';
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
  readonly id: OperationId;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tip: string;
  readonly requires: Requirement;
  /** Why it is refused where nothing would be left of the regions; without it they may vanish. */
  readonly lossText?: string;
};

/** In the order in which they are offered. */
export const maskOperations = {
  unite: {
    id: 'unite',
    label: 'Union',
    icon: SquaresUnite,
    tip: 'All that is in any of them, as one region',
    requires: hasSeveral,
  },
  subtract: {
    id: 'subtract',
    label: 'Subtract selection',
    icon: SquaresSubtract,
    tip: 'Cut the upper ones out of the lowest',
    requires: hasSeveral,
    lossText: 'the upper regions cover all of the lowest',
  },
  intersect: {
    id: 'intersect',
    label: 'Intersect selection',
    icon: SquaresIntersect,
    tip: 'Keep what all of them have in common',
    requires: hasSeveral,
    lossText: 'these regions have nothing in common',
  },
  invert: {
    id: 'invert',
    label: 'Invert mask',
    icon: SquaresExclude,
    tip: 'Keep what is masked, and mask the rest of the image',
    requires: hasImage,
  },
  fillHoles: {
    id: 'fillHoles',
    label: 'Fill holes',
    icon: PaintBucket,
    tip: 'Mask what their holes leave out',
    requires: hasHoles,
  },
  split: {
    id: 'split',
    label: 'Split',
    icon: Ungroup,
    tip: 'Make each part a region of its own',
    requires: hasParts,
  },
  convertToOne: {
    id: 'convertToOne',
    label: 'Convert to one',
    icon: Group,
    tip: 'Make one region of the whole mask',
    requires: hasMany,
  },
  clear: {
    id: 'clear',
    label: 'Clear mask',
    icon: Trash2,
    tip: 'Delete all that is masked; hidden regions stay',
    requires: hasVisible,
  },
} as const satisfies Record<string, MaskOperation>;
