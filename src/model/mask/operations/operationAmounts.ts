import { clamp } from '../../geometry/scalar.ts';

/** By how much an operation may be done: whole image px, with what it begins at when it is offered. */
type Amounts = { readonly min: number; readonly max: number; readonly start: number };

/** Of the operations that take an amount. */
export const operationAmounts = {
  grow: { min: 1, max: 200, start: 8 },
  shrink: { min: 1, max: 200, start: 8 },
  smooth: { min: 1, max: 100, start: 8 },
  simplify: { min: 1, max: 100, start: 2 },
  border: { min: 1, max: 500, start: 32 },
} as const satisfies Record<string, Amounts>;

export type AmountOperationId = keyof typeof operationAmounts;

/**
 * The amount that is done where that one is asked for: none at all where it is no number or none that the operation takes,
 * since a radius of 10^300 px, or of 10^-300, would be worked at for ever.
 */
export function allowedAmount(id: AmountOperationId, amount: number): number {
  return Number.isNaN(amount) ? 0 : clamp(Math.round(amount), 0, operationAmounts[id].max);
}
