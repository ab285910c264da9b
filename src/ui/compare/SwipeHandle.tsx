import { ChevronsLeftRight } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, WheelEvent } from 'react';
import { canvasToScreen } from '../../model/document/spaces.ts';
import { intersectRects, type Rect, rectOfSize } from '../../model/geometry/rect.ts';
import { clamp } from '../../model/geometry/scalar.ts';
import { shownDocument } from '../../store/editor/editorState.ts';
import { compareBy } from '../../store/editor/shownResult.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import styles from './SwipeHandle.module.css';

const step = 0.01;
const largeStep = 0.1;

/** The line between result (left) and layout (right): dragged, or moved by the arrow keys (Shift: tenfold). */
export function SwipeHandle() {
  const editor = useEditor();
  const share = useEditorState((state) => state.comparison.share);
  const isRestoring = useEditorState((state) => state.comparison.feather !== null);
  const { frame, visible } = useFrameOnScreen();
  const move = (to: number) => editor.transact(compareBy({ share: clamp(to, 0, 1) }), 'atOnce');

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const stage = event.currentTarget.offsetParent?.getBoundingClientRect();
    move((event.clientX - (stage?.left ?? 0) - frame.x) / frame.width);
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = shareAfter(event, share);
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }

  return (
    <div
      className={styles.handle}
      style={{ left: frame.x + frame.width * share, top: visible.y, height: visible.height }}
      role="slider"
      tabIndex={0}
      aria-label={lateTexts.compare.swipe}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={lateTexts.compare.swipeShare(Math.round(share * 100))}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={onKeyDown}
      onWheel={passWheelOn}
    >
      <span className={styles.side} aria-hidden>
        {isRestoring ? lateTexts.compare.restored : lateTexts.compare.result}
      </span>
      <span className={styles.knob}>
        <ChevronsLeftRight size={16} aria-hidden />
      </span>
      <span className={styles.side} aria-hidden>
        {lateTexts.compare.layout}
      </span>
    </div>
  );
}

function shareAfter({ key, shiftKey }: KeyboardEvent, share: number): number | undefined {
  const by = shiftKey ? largeStep : step;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return share - by;
    case 'ArrowRight':
    case 'ArrowUp':
      return share + by;
    case 'Home':
      return 0;
    case 'End':
      return 1;
  }
}

/** Hands a turn of the wheel to the stage, which zooms and pans also where something lies over it. */
function passWheelOn({ nativeEvent: turn }: WheelEvent) {
  document.querySelector('[role="application"]')?.dispatchEvent(new WheelEvent(turn.type, turn));
}

/** Where the frame of the shown result lies in the stage, and what of that is in sight; CSS px. */
function useFrameOnScreen(): { frame: Rect; visible: Rect } {
  const view = useEditorState((state) => state.view);
  const stageSize = useEditorState((state) => state.stageSize);
  const { canvas } = useEditorState(shownDocument);
  const corner = canvasToScreen({ x: 0, y: 0 }, view);
  const frame = { ...corner, width: canvas.width * view.zoom, height: canvas.height * view.zoom };
  return { frame, visible: intersectRects(frame, rectOfSize(stageSize)) ?? rectOfSize(stageSize) };
}
