import { FileUp } from 'lucide-react';
import { type ChangeEvent, type FormEvent, useId, useRef, useState } from 'react';
import { addRegions } from '../../store/editor/regionChanges.ts';
import type { Refusal } from '../../store/notice.ts';
import { useEditor } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import styles from './ImportDialog.module.css';
import { MaskPictureFields } from './MaskPictureFields.tsx';
import { type MaskSource, readMaskFile, ringsOfMask } from './maskImports.ts';
import { useMaskTrial } from './useMaskTrial.ts';

const acceptedFiles = 'image/png,image/jpeg,image/webp,application/json,.json';

/** Regions from a picture of a mask, or from the areas of a request. What cannot be read changes nothing. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const editor = useEditor();
  const formId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<MaskSource>({ kind: 'areas', text: '' });
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isReading, setIsReading] = useState(false);
  const { note, tryOut } = useMaskTrial();
  const isEmpty = source.kind === 'areas' && source.text.trim() === '';

  function change(next: MaskSource) {
    setSource(next);
    void tryOut(next);
    setProblem(null);
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    // The same file may be chosen again, after it was mended.
    target.value = '';
    if (file !== undefined) void takeFile(file);
  }

  async function takeFile(file: File) {
    const read = await readMaskFile(editor, file);
    if (read.kind === 'refused') setProblem(read);
    else change(read);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isEmpty || isReading) return;
    setIsReading(true);
    const imageId = editor.getState().document.image?.id;
    const read = await ringsOfMask(editor, source);
    setIsReading(false);
    if (read.kind === 'refused') return setProblem(read);
    editor.transact(addRegions(read.ringsOfEach, imageId));
    onClose();
  }

  return (
    <Dialog
      title={lateTexts.maskImport.title}
      closeLabel={lateTexts.maskImport.cancel}
      isBesideStage
      onFile={(file) => void takeFile(file)}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={formId} disabled={isEmpty || isReading}>
          {isReading ? lateTexts.maskImport.reading : lateTexts.maskImport.submit}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <div className={styles.file}>
          <Button icon={FileUp} onClick={() => picker.current?.click()}>
            {lateTexts.maskImport.chooseFile}
          </Button>
          <span className={styles.name}>
            {source.kind === 'picture' ? source.file.name : lateTexts.maskImport.orDrop}
          </span>
          <input
            ref={picker}
            type="file"
            hidden
            accept={acceptedFiles}
            aria-label={lateTexts.maskImport.file}
            onChange={choose}
          />
        </div>
        {source.kind === 'picture' ? (
          <MaskPictureFields picture={source} onChange={(reading) => change({ ...source, reading })} />
        ) : (
          <textarea
            className={styles.text}
            aria-label={lateTexts.maskImport.areas}
            placeholder={lateTexts.maskImport.areasPlaceholder}
            spellCheck={false}
            value={source.text}
            onChange={(event) => change({ kind: 'areas', text: event.target.value })}
          />
        )}
        <div className={styles.told}>
          <p className={styles.problem} role="alert">
            {problem && sentence(texts.refusals, problem.reason, problem)}
          </p>
          <p role="status">{problem === null && note}</p>
        </div>
      </form>
    </Dialog>
  );
}
