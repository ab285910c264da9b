import { ellipse } from './ellipse.ts';
import { lasso } from './lasso.ts';
import { moveImage } from './moveImage.ts';
import { pan } from './pan.ts';
import { polygon } from './polygon.ts';
import { rectangle } from './rectangle.ts';
import { select } from './select.ts';
import type { Tool } from './tool.ts';

/** Every tool by its id, in the order of the toolbar. */
export const tools = { move: moveImage, select, lasso, polygon, rectangle, ellipse, pan } satisfies Record<
  string,
  Tool
>;

export type ToolId = keyof typeof tools;
