import {
  Ellipse,
  Hand,
  Lasso,
  type LucideIcon,
  MousePointer2,
  Move,
  Pentagon,
  RectangleHorizontal,
} from 'lucide-react';
import type { ToolId } from '../../tools/registry.ts';

export const toolIcons: Readonly<Record<ToolId, LucideIcon>> = {
  move: Move,
  select: MousePointer2,
  lasso: Lasso,
  polygon: Pentagon,
  rectangle: RectangleHorizontal,
  ellipse: Ellipse,
  pan: Hand,
};
