import { Download } from 'lucide-react';
import { hideResult, showResult } from '../../../store/editor/shownResult.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { saveFile } from '../../kit/saveFile.ts';
import { useObjectUrl } from '../../kit/useObjectUrl.ts';
import * as texts from '../../texts/texts.ts';
import { resultFileName, timeText } from './resultTexts.ts';
import styles from './SavedResult.module.css';
import type { CompletedGeneration } from './settledGenerations.ts';

type Props = {
  readonly generation: CompletedGeneration;
  readonly blob: Blob;
  readonly index: number;
  readonly isShown: boolean;
};

/** Pressed, it lies on the frame; pressed again, the layout is back. */
export function SavedResult({ generation, blob, index, isShown }: Props) {
  const editor = useEditor();
  const url = useObjectUrl(blob);
  const number = index + 1;

  function toggle() {
    const shown = { generationId: generation.id, index, document: generation.document };
    editor.transact(isShown ? hideResult : showResult(shown));
  }

  return (
    <>
      <button
        type="button"
        className={styles.thumbnail}
        aria-label={texts.results.result(number, generation.phase.results.length, timeText(generation))}
        aria-pressed={isShown}
        onClick={toggle}
      >
        <img className={styles.image} src={url} alt="" decoding="async" draggable={false} />
      </button>
      <div className={styles.download}>
        <IconButton
          icon={Download}
          label={texts.results.download(number)}
          size="small"
          tipSide="top"
          onClick={() => saveFile(blob, resultFileName(generation, blob, index))}
        />
      </div>
    </>
  );
}
