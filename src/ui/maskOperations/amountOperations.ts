import { type AmountOperationId, operationAmounts } from '../../model/mask/operations/operationAmounts.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { hasAny, hasImage, type Requirement } from './maskSituation.ts';

/** What is done to the mask by so many image px, and is shown before it is applied. */
export type AmountOperation = {
  readonly label: string;
  readonly tip: string;
  /** Image px. */
  readonly amounts: { readonly min: number; readonly max: number; readonly start: number };
  readonly requires: Requirement;
};

const { amountOperations: offers } = lateTexts.maskOperations;

/** In the order in which they are offered. */
export const amountOperations: Readonly<Record<AmountOperationId, AmountOperation>> = {
  grow: {
    ...offers.grow,
    amounts: operationAmounts.grow,
    requires: hasAny,
  },
  shrink: {
    ...offers.shrink,
    amounts: operationAmounts.shrink,
    requires: hasAny,
  },
  smooth: {
    ...offers.smooth,
    amounts: operationAmounts.smooth,
    requires: hasAny,
  },
  simplify: {
    ...offers.simplify,
    amounts: operationAmounts.simplify,
    requires: hasAny,
  },
  border: {
    ...offers.border,
    amounts: operationAmounts.border,
    requires: hasImage,
  },
};
