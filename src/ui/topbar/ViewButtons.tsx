import { Contrast, Maximize, Minus, Mouse, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { toggleMask } from '../../store/editor/shownResult.ts';
import {
  fitFrame,
  setWheelPanning,
  zoomIn,
  zoomOut,
  zoomToActualSize,
} from '../../store/editor/viewChanges.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { isChosen, keepChoice } from '../browserChoice.ts';
import { commands } from '../keyboard/commands.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Tip } from '../kit/Tip.tsx';
import * as texts from '../texts/texts.ts';
import styles from './TopBar.module.css';

/** How the document is seen: as a mask or not, and how large. */
export function ViewButtons() {
  const editor = useEditor();
  const isMaskShown = useEditorState((state) => state.isMaskShown);
  return (
    <div className={styles.group}>
      <Tip text={texts.topbar.showMaskTip} keys={commands.showMask.keys[0]}>
        <Button
          look="quiet"
          icon={Contrast}
          isPressed={isMaskShown}
          onClick={() => editor.transact(toggleMask, 'atOnce')}
        >
          {texts.commands.showMask}
        </Button>
      </Tip>
      <span className={styles.divider} />
      <IconButton
        icon={Minus}
        label={texts.commands.zoomOut}
        keys={commands.zoomOut.keys[0]}
        onClick={() => editor.transact(zoomOut, 'atOnce')}
      />
      <ZoomPercent />
      <IconButton
        icon={Plus}
        label={texts.commands.zoomIn}
        keys={commands.zoomIn.keys[0]}
        onClick={() => editor.transact(zoomIn, 'atOnce')}
      />
      <IconButton
        icon={Maximize}
        label={texts.commands.fit}
        keys={commands.fit.keys[0]}
        onClick={() => editor.transact(fitFrame, 'atOnce')}
      />
      <WheelButton />
    </div>
  );
}

/** For whoever is used to a wheel that scrolls. */
function WheelButton() {
  const editor = useEditor();
  const isWheelPanning = useEditorState((state) => state.isWheelPanning);

  useEffect(() => {
    if (isChosen('wheel-pans')) editor.transact(setWheelPanning(true), 'atOnce');
  }, [editor]);

  function toggle() {
    editor.transact(setWheelPanning(!isWheelPanning), 'atOnce');
    keepChoice('wheel-pans', !isWheelPanning);
  }

  return (
    <IconButton
      icon={Mouse}
      label={texts.topbar.wheelPans}
      tip={isWheelPanning ? texts.topbar.wheelPansTip : texts.topbar.wheelZoomsTip}
      isPressed={isWheelPanning}
      onClick={toggle}
    />
  );
}

/** By itself, so that zooming renders nothing else. */
function ZoomPercent() {
  const editor = useEditor();
  const percent = useEditorState((session) => Math.round(session.view.zoom * 100));
  return (
    <Tip text={texts.commands.actualSize} keys={commands.actualSize.keys[0]}>
      <button
        type="button"
        className={styles.percent}
        translate="no"
        aria-label={texts.topbar.zoomPercent(percent)}
        onClick={() => editor.transact(zoomToActualSize, 'atOnce')}
      >
        {`${percent} %`}
      </button>
    </Tip>
  );
}
