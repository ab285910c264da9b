import { FileUp } from 'lucide-react';
import { type ChangeEvent, type FormEvent, useId, useRef } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './ImportDialog.module.css';
import { MaskPictureFields } from './MaskPictureFields.tsx';
import { useMaskImport } from './useMaskImport.ts';

const acceptedFiles = 'image/png,image/jpeg,image/webp,application/json,.json';

/** Regions from a picture of a mask, or from the areas of a request. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const formId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { source, isEmpty, isReading, problem, note, change, takeFile, submit } = useMaskImport(onClose);

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    // The same file may be chosen again, after it was mended.
    target.value = '';
    if (file !== undefined) void takeFile(file);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void submit();
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
      <form id={formId} className={styles.form} onSubmit={onSubmit}>
        <div className={styles.file}>
          <Button icon={FileUp} onClick={() => picker.current?.click()}>
            {lateTexts.maskImport.chooseFile}
          </Button>
          <span className={styles.name} translate={source.kind === 'picture' ? 'no' : 'yes'}>
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
        <div className={styles.messages}>
          <p className={styles.problem} role="alert">
            {problem}
          </p>
          <p role="status">{note}</p>
        </div>
      </form>
    </Dialog>
  );
}
