import { Contrast, Maximize, Minus, Plus } from 'lucide-react';
import { useEditor, useSession } from '../../store/useEditor.ts';
import { commands, toggleMask } from '../keyboard/commands.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Tip } from '../kit/Tip.tsx';
import styles from './TopBar.module.css';

/** How the document is seen: as a mask or not, and how large. */
export function ViewButtons() {
  const editor = useEditor();
  const { view } = editor;
  const isMaskShown = useSession((session) => session.isMaskShown);
  return (
    <div className={styles.group}>
      <Tip text="The mask as it will be sent, white where it repaints" keys={commands.showMask.keys[0]}>
        <Button look="quiet" icon={Contrast} isPressed={isMaskShown} onClick={() => toggleMask(editor)}>
          Show mask
        </Button>
      </Tip>
      <span className={styles.divider} />
      <IconButton icon={Minus} label="Zoom out" keys={commands.zoomOut.keys[0]} onClick={view.zoomOut} />
      <ZoomPercent />
      <IconButton icon={Plus} label="Zoom in" keys={commands.zoomIn.keys[0]} onClick={view.zoomIn} />
      <IconButton icon={Maximize} label="Zoom to fit" keys={commands.fit.keys[0]} onClick={view.fitFrame} />
    </div>
  );
}

/** By itself, so that zooming renders nothing else. */
function ZoomPercent() {
  const { view } = useEditor();
  const percent = useSession((session) => Math.round(session.view.zoom * 100));
  return (
    <Tip text={commands.actualSize.label} keys={commands.actualSize.keys[0]}>
      <button
        type="button"
        className={styles.percent}
        aria-label={`Zoom ${percent} %, go to 100 %`}
        onClick={view.zoomToActualSize}
      >
        {percent} %
      </button>
    </Tip>
  );
}
