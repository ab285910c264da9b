import { Download } from 'lucide-react';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { featherMax } from '../../model/compare/restoreKept.ts';
import { compareBy } from '../../store/editor/shownResult.ts';
import { useEditor, useRestored } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { SliderWithNumber } from '../kit/Slider.tsx';
import { usePanelKeys } from '../kit/usePanelKeys.ts';
import { saveRestored } from '../results/saveShown.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './Strip.module.css';

/** How wide the seam is, with the outcome on the stage, and the outcome as a file. */
export function RestoreForm({ feather }: { feather: number }) {
  const editor = useEditor();
  const isWorking = useRestored((restored) => restored?.isWorking ?? true);
  const problem = useRestored((restored) => restored?.problem ?? null);
  const [isSaving, setIsSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const close = useCallback(() => editor.transact(compareBy({ feather: null }), 'atOnce'), [editor]);
  const change = (to: number) => editor.transact(compareBy({ feather: to }), 'atOnce');
  usePanelKeys(form, close);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    setIsSaving(true);
    await saveRestored(editor, feather);
    setIsSaving(false);
  }

  return (
    <form ref={form} className={styles.strip} aria-label={lateTexts.compare.restore} onSubmit={save}>
      <div className={styles.feather}>
        <SliderWithNumber
          label={lateTexts.compare.feather}
          mark="px"
          value={feather}
          min={0}
          max={featherMax}
          onChange={change}
        />
      </div>
      <span className={problem === null ? styles.note : styles.problem} role="status">
        {problem ?? (isSaving ? lateTexts.compare.writing : isWorking ? lateTexts.compare.puttingBack : '')}
      </span>
      <Button look="quiet" onClick={close}>
        {lateTexts.compare.cancel}
      </Button>
      <Button look="primary" type="submit" icon={Download} aria-disabled={isSaving}>
        {lateTexts.compare.downloadRestored}
      </Button>
    </form>
  );
}
