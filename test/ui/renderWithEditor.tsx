import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Editor } from '../../src/store/createEditor.ts';
import { EditorContext } from '../../src/store/useEditor.ts';
import '../../src/ui/theme.css';

/** Renders a part of the page over `editor`. */
export function renderWithEditor(editor: Editor, part: ReactNode) {
  return render(<EditorContext value={editor}>{part}</EditorContext>);
}
