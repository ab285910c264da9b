import { brush } from './brush/tool.ts';
import { ellipse } from './ellipse/tool.ts';
import { eraser } from './eraser/tool.ts';
import { lasso } from './lasso/tool.ts';
import { moveImage } from './move/tool.ts';
import { pan } from './pan/tool.ts';
import { polygon } from './polygon/tool.ts';
import { rectangle } from './rectangle/tool.ts';
import { select } from './select/tool.ts';
import type { Tool } from './tool.ts';
import { wand } from './wand/tool.ts';

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

/** In the registry's order, too. */
export const toolIds: readonly ToolId[] = Object.keys(tools).filter((id): id is ToolId => id in tools);
