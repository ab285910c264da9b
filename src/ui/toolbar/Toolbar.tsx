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
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { type ToolId, toolIds, tools } from '../../tools/registry.ts';
import { moveFocusWithArrows } from '../kit/focus.ts';
import { IconButton } from '../kit/IconButton.tsx';
import * as texts from '../texts/texts.ts';
import styles from './Toolbar.module.css';

/** The tools, one of them active. The Tab key finds the active one, arrow keys the others. */
export function Toolbar() {
  const editor = useEditor();
  const active = useEditorState((session) => (session.heldTool ?? session.tool).id);
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={texts.toolOptions.toolbar}
      aria-orientation="vertical"
      onKeyDown={moveFocusWithArrows}
    >
      {toolIds.map((id) => (
        <IconButton
          key={id}
          icon={toolIcons[id]}
          label={texts.toolNames[id]}
          keys={tools[id].key.toUpperCase()}
          tipSide="right"
          size="large"
          isPressed={id === active}
          tabIndex={id === active ? 0 : -1}
          onClick={() => editor.pickTool(id)}
        />
      ))}
    </div>
  );
}

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
