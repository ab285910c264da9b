import { Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useSettings } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { useCopy } from '../kit/clipboard.ts';
import { Dialog } from '../kit/Dialog.tsx';
import * as lateTexts from '../texts/lateTexts.ts';
import { downloadMask } from './DownloadMaskButton.tsx';
import styles from './ExportDialog.module.css';
import { areasText, saveAreas, saveSvg } from './maskExports.ts';

/** The mask as a file, in each of its forms. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const editor = useEditor();
  const frame = useSettings((settings) => settings.maskFrame);
  const { message, copy } = useCopy();
  return (
    <Dialog title={lateTexts.maskExport.title} onClose={onClose}>
      <ul className={styles.forms}>
        <Form name={lateTexts.maskExport.png} text={lateTexts.maskExport.pngIs(frame)}>
          <Button
            icon={Download}
            aria-label={lateTexts.maskExport.downloadPng}
            onClick={() => void downloadMask(editor)}
          >
            {lateTexts.maskExport.png}
          </Button>
        </Form>
        <Form name={lateTexts.maskExport.svg} text={lateTexts.maskExport.svgIs}>
          <Button
            icon={Download}
            aria-label={lateTexts.maskExport.downloadSvg}
            onClick={() => saveSvg(editor)}
          >
            {lateTexts.maskExport.svg}
          </Button>
        </Form>
        <Form name={lateTexts.maskExport.areas} text={message || lateTexts.maskExport.areasAre}>
          <Button
            icon={Copy}
            aria-label={lateTexts.maskExport.copyAreas}
            onClick={() => copy(areasText(editor))}
          >
            {lateTexts.maskExport.copy}
          </Button>
          <Button
            icon={Download}
            aria-label={lateTexts.maskExport.downloadAreas}
            onClick={() => saveAreas(editor)}
          >
            {lateTexts.maskExport.json}
          </Button>
        </Form>
      </ul>
    </Dialog>
  );
}

function Form({ name, text, children }: { name: string; text: string; children: ReactNode }) {
  return (
    <li className={styles.form}>
      <div className={styles.what}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.text}>{text}</p>
      </div>
      {children}
    </li>
  );
}
