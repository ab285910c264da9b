import { ImagePlus } from 'lucide-react';
import { limits, limitText } from '../../contract/limits.ts';
import { useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { Keys } from '../kit/Keys.tsx';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';
import { Samples } from './Samples.tsx';
import styles from './StartScreen.module.css';

/** Lies over the stage while no image is open. */
export function StartScreen() {
  const isOpening = useEditorState((state) => state.isOpening);
  return (
    <div className={styles.screen}>
      <div className={styles.content} aria-busy={isOpening}>
        <h2 className={styles.title}>{texts.start.title}</h2>
        <p className={styles.lead}>{texts.start.lead}</p>
        <div className={styles.dropZone}>
          <Button look="primary" size="large" icon={ImagePlus} onClick={chooseFile}>
            {isOpening ? texts.start.opening : texts.start.choose}
          </Button>
          <p>{texts.start.dropOrPaste(<Keys keys="Mod+V" />)}</p>
          <p className={styles.formats}>{texts.start.formats(limitText(limits.fileBytesMax))}</p>
        </div>
        <h3 className={styles.samplesTitle}>{texts.start.samplesTitle}</h3>
        <Samples />
      </div>
    </div>
  );
}

/** There is one file chooser in the page, and it is the top bar's. */
function chooseFile() {
  document.getElementById(fieldIds.image)?.click();
}
