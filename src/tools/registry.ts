import { brush } from './brush.ts';
import { ellipse } from './ellipse.ts';
import { eraser } from './eraser.ts';
import { lasso } from './lasso.ts';
import { moveImage } from './moveImage.ts';
import { pan } from './pan.ts';
import { polygon } from './polygon.ts';
import { rectangle } from './rectangle.ts';
import { select } from './select.ts';
import type { Tool } from './tool.ts';
import { wand } from './wand.ts';

/** Every tool by its id, in the order of the toolbar. */
export const tools = {
  move: moveImage,
  select,
  brush,
  eraser,
  lasso,
  polygon,
  rectangle,
  ellipse,
  wand,
  pan,
} satisfies Record<string, Tool>;

export type ToolId = keyof typeof tools;
