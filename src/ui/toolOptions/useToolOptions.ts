import { useEditor, useEditorState } from '../../store/useEditor.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';

/** The options of the next gesture, and the way to change some. */
export function useToolOptions() {
  const editor = useEditor();
  const options = useEditorState((state) => state.options);
  /** `isFinal` is false while a slider is dragged. */
  const change = (changed: Partial<ToolOptions>, isFinal = true) => editor.changeOptions(changed, isFinal);
  return { options, change };
}
