import { Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useSettings } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useCopy } from '../kit/useCopy.ts';
import { downloadMask } from './downloadMask.ts';
import styles from './ExportDialog.module.css';
import { areasText, saveAreas, saveSvg } from './maskExports.ts';

/** The mask as a file, in each of its forms. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const editor = useEditor();
  const frame = useSettings((settings) => settings.maskFrame);
  const { outcome, copy } = useCopy();
  return (
    <Dialog title="Export mask" onClose={onClose}>
      <ul className={styles.forms}>
        <Form name="PNG" text={`White on black, pixel for pixel as it is sent in the ${frame}’s frame`}>
          <Button icon={Download} aria-label="Download PNG" onClick={() => void downloadMask(editor)}>
            PNG
          </Button>
        </Form>
        <Form name="SVG" text="The same in outlines, for drawing programs">
          <Button icon={Download} aria-label="Download SVG" onClick={() => saveSvg(editor)}>
            SVG
          </Button>
        </Form>
        <Form
          name="Areas JSON"
          text={outcome || 'The areas of a request, to import again or to send yourself'}
        >
          <Button icon={Copy} aria-label="Copy areas JSON" onClick={() => copy(areasText(editor))}>
            Copy
          </Button>
          <Button icon={Download} aria-label="Download areas JSON" onClick={() => saveAreas(editor)}>
            JSON
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
