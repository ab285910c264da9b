import {
  Brush,
  Ellipse,
  Eraser,
  Hand,
  Lasso,
  type LucideIcon,
  MousePointer2,
  Move,
  Pentagon,
  RectangleHorizontal,
  Wand,
} from 'lucide-react';
import type { ToolId } from '../../tools/registry.ts';

export const toolIcons: Readonly<Record<ToolId, LucideIcon>> = {
  move: Move,
  select: MousePointer2,
  brush: Brush,
  eraser: Eraser,
  lasso: Lasso,
  polygon: Pentagon,
  rectangle: RectangleHorizontal,
  ellipse: Ellipse,
  wand: Wand,
  pan: Hand,
};
