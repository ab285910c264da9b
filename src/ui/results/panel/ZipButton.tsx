import { FolderDown } from 'lucide-react';
import { useState } from 'react';
import { withProblem } from '../../../store/editor/editorState.ts';
import type { Generation } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { IconButton } from '../../kit/IconButton.tsx';

type Props = {
  readonly label: string;
  readonly tip: string;
  readonly fileName: string;
  readonly generations: readonly Generation[];
};

/** Packs generations into one file; says so where that fails. */
export function ZipButton({ label, tip, fileName, generations }: Props) {
  const editor = useEditor();
  const [isPacking, setIsPacking] = useState(false);

  async function pack() {
    if (isPacking || generations.length === 0) return;
    setIsPacking(true);
    try {
      const { saveZip } = await import('./saveZip.ts');
      await saveZip(generations, fileName);
    } catch {
      editor.transact(withProblem({ code: 'imagesNotPacked' }), 'atOnce');
    } finally {
      setIsPacking(false);
    }
  }

  return (
    <IconButton
      icon={FolderDown}
      label={label}
      tip={tip}
      aria-busy={isPacking}
      aria-disabled={isPacking || generations.length === 0}
      onClick={() => void pack()}
    />
  );
}
