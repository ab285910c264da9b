import { useEffect } from 'react';
import { useEditor } from '../../../store/useEditor.ts';
import { followOutcomes } from './followOutcomes.ts';

/** The tab tells what came of generations while the person was elsewhere. */
export function useOutcomes() {
  const editor = useEditor();
  useEffect(() => followOutcomes(editor), [editor]);
}
