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
import type { MaskLoss } from '../../store/notice.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import {
  hasHoles,
  hasImage,
  hasMany,
  hasParts,
  hasSeveral,
  hasVisible,
  type Requirement,
} from './maskSituation.ts';

/** What is done to the mask in one click, as one undo step. */
export type MaskOperation = {
  readonly id: OperationId;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tip: string;
  readonly requires: Requirement;
  /** Why it is refused where nothing would be left of the regions; without it they may vanish. */
  readonly loss?: MaskLoss;
};

const { operations } = lateTexts.maskOperations;

/** In the order in which they are offered. */
export const maskOperations = {
  unite: {
    id: 'unite',
    ...operations.unite,
    icon: SquaresUnite,
    requires: hasSeveral,
  },
  subtract: {
    id: 'subtract',
    ...operations.subtract,
    icon: SquaresSubtract,
    requires: hasSeveral,
    loss: 'lowestCovered',
  },
  intersect: {
    id: 'intersect',
    ...operations.intersect,
    icon: SquaresIntersect,
    requires: hasSeveral,
    loss: 'nothingInCommon',
  },
  invert: {
    id: 'invert',
    ...operations.invert,
    icon: SquaresExclude,
    requires: hasImage,
  },
  fillHoles: {
    id: 'fillHoles',
    ...operations.fillHoles,
    icon: PaintBucket,
    requires: hasHoles,
  },
  split: {
    id: 'split',
    ...operations.split,
    icon: Ungroup,
    requires: hasParts,
  },
  convertToOne: {
    id: 'convertToOne',
    ...operations.convertToOne,
    icon: Group,
    requires: hasMany,
  },
  clear: {
    id: 'clear',
    ...operations.clear,
    icon: Trash2,
    requires: hasVisible,
  },
} as const satisfies Record<string, MaskOperation>;
