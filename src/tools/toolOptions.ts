import type { CombineMode } from '../model/mask/applyShape.ts';

/** What is set beside the tools and holds for the next gesture. Kept in the session, not in the document. */
export type ToolOptions = {
  readonly combineMode: CombineMode;
  /** The brush's diameter, in px of `brushUnit`. */
  readonly brushSize: number;
  /** Whether the size is in CSS px, the same at any zoom, or in image px. */
  readonly brushUnit: 'screen' | 'image';
  readonly isPressureUsed: boolean;
  /** How far a colour may be from the picked one and still count as similar: 0 to 255 in each channel. */
  readonly tolerance: number;
  /** Whether only pixels that are connected to the picked one count. */
  readonly isContiguous: boolean;
  /** The side in image px of the square whose mean is the picked colour. */
  readonly sampleSize: 1 | 3 | 5;
};

export const defaultToolOptions: ToolOptions = {
  combineMode: 'new',
  brushSize: 40,
  brushUnit: 'screen',
  isPressureUsed: false,
  tolerance: 32,
  isContiguous: true,
  sampleSize: 1,
};

/** The groups of options that a tool can ask for beside the toolbar. */
export type OptionGroup = 'mode' | 'brush' | 'wand';
