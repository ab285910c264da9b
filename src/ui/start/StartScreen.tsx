import { ImagePlus } from 'lucide-react';
import { limitText } from '../../contract/limits.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { fieldIds } from '../fieldIds.ts';
import { Button } from '../kit/Button.tsx';
import { showKeys } from '../kit/showKeys.ts';
import { SampleCard } from './SampleCard.tsx';
import styles from './StartScreen.module.css';
import { samples } from './samples.ts';

/** Lies over the stage while no image is open. */
export function StartScreen() {
  const { config } = useEditor();
  const isOpening = useEditorState((state) => state.isOpening);
  return (
    <div className={styles.screen}>
      <div className={styles.content} aria-busy={isOpening}>
        <h2 className={styles.title}>Start with a photograph</h2>
        <p className={styles.lead}>
          Place it on a canvas, mask what to repaint, and let the rest be generated.
        </p>
        <div className={styles.dropZone}>
          <Button look="primary" size="large" icon={ImagePlus} onClick={chooseFile}>
            {isOpening ? 'Opening…' : 'Choose a photograph'}
          </Button>
          <p>
            or drop it anywhere, or paste it with <kbd>{showKeys('Mod+V')}</kbd>
          </p>
          <p className={styles.formats}>
            JPEG, PNG, WebP or GIF, up to {limitText(config.limits.uploadBytesMax)}
          </p>
        </div>
        <h3 className={styles.samplesTitle}>Or try one of these</h3>
        <ul className={styles.samples}>
          {samples.map((sample) => (
            <li key={sample.file}>
              <SampleCard sample={sample} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** There is one file chooser in the page, and it is the top bar's. */
function chooseFile() {
  document.getElementById(fieldIds.image)?.click();
}
