import { useEditor, useSession } from '../../store/useEditor.ts';
import type { ToolOptions } from '../../tools/toolOptions.ts';

/** The options of the next gesture, and the way to change some. */
export function useToolOptions() {
  const { session } = useEditor();
  const options = useSession((state) => state.options);
  const change = (changed: Partial<ToolOptions>) =>
    session.setState((state) => ({ options: { ...state.options, ...changed } }));
  return { options, change };
}
