import { type ComponentType, lazy, type ReactNode, useEffect } from 'react';
import { withProblem } from '../store/editor/editorState.ts';
import { useEditor } from '../store/useEditor.ts';

type Fallback = (props: { onClose?(): void }) => ReactNode;

/**
 * A part of the page whose code is loaded when it is first shown, and what stands in its place where it cannot be: the
 * server is away, or has a newer editor by now, which no longer has this one's parts.
 */
export function latePart<Props>(load: () => Promise<ComponentType<Props>>, fallback: Fallback = NotLoaded) {
  return lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: fallback as ComponentType<Props> }),
    ),
  );
}

/** Says so over the stage, and closes what was to open, so that it may be asked for again. */
function NotLoaded({ onClose }: { onClose?(): void }) {
  const editor = useEditor();
  useEffect(() => {
    editor.transact(withProblem({ code: 'partNotLoaded' }), 'atOnce');
    onClose?.();
  }, [editor, onClose]);
  return null;
}
