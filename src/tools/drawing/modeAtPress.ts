import type { Document } from '../../model/document/document.ts';
import type { CombineMode } from '../../model/mask/applyShape.ts';
import type { PathStyle } from '../draft.ts';
import type { Modifiers, ToolContext } from '../tool.ts';
import type { ToolOptions } from '../toolOptions.ts';

/** What a drawing does to the mask. */
export type ModeAtPress = {
  readonly mode: CombineMode;
  /** The keys that chose it at the press and have been held ever since: they mean nothing else until let go. */
  readonly keys: ModeKeys;
};

type ModeKeys = Pick<Modifiers, 'shift' | 'alt'>;

const noKeys: ModeKeys = { shift: false, alt: false };

/**
 * As in image editors: Shift held at the press adds, Alt subtracts, both keep the overlap, and no key leaves it to the
 * options. Where no region can be seen there is nothing to choose for, and the keys constrain the shape from the start.
 */
export function modeAtPress(modifiers: Modifiers, { options, document }: ToolContext): ModeAtPress {
  const { shift, alt } = modifiers;
  const keys = hasVisibleRegion(document) ? { shift, alt } : noKeys;
  return { mode: combineModeAtPress(modifiers, options, document), keys };
}

export function combineModeAtPress(
  { shift, alt }: Modifiers,
  { combineMode }: ToolOptions,
  document: Document,
): CombineMode {
  if (!hasVisibleRegion(document)) return combineMode;
  if (shift && alt) return 'intersect';
  if (shift) return 'add';
  return alt ? 'subtract' : combineMode;
}

/** The same mode, with the keys that are held still. */
export function withHeldKeys({ mode, keys }: ModeAtPress, { shift, alt }: Modifiers): ModeAtPress {
  return { mode, keys: { shift: keys.shift && shift, alt: keys.alt && alt } };
}

/** The modifiers that are left to constrain the shape. */
export function shapeModifiers(modifiers: Modifiers, { keys }: ModeAtPress): Modifiers {
  return { ...modifiers, shift: modifiers.shift && !keys.shift, alt: modifiers.alt && !keys.alt };
}

const styles: Readonly<Record<CombineMode, PathStyle>> = {
  new: 'draft',
  add: 'draft',
  subtract: 'draftSubtract',
  intersect: 'draftIntersect',
};

/** How the outline that is being drawn is shown. */
export function modeStyle({ mode }: ModeAtPress): PathStyle {
  return styles[mode];
}

/** Whether the keys would choose anything at a press now. */
export function hasModeKeys({ document }: ToolContext): boolean {
  return hasVisibleRegion(document);
}

function hasVisibleRegion({ regions }: Document): boolean {
  return regions.some((region) => !region.isHidden);
}
