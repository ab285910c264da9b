import { isSamePoint, type Point } from '../../model/geometry/point.ts';
import { rectOfSize, type Size } from '../../model/geometry/rect.ts';
import { fitView, panView, type Viewport, zoomViewAt } from '../../model/geometry/viewport.ts';
import { type Change, type EditorState, shownDocument } from './editorState.ts';

/** CSS px kept free around the frame, for the grips outside its edges. */
const fitMargin = 56;
const zoomStep = 1.25;

/** Zooming and panning. They touch neither the document nor the tool's session. `at` and offsets are in CSS px. */
export function zoomAt(at: Point, factor: number): Change {
  return (state) => ({ ...state, view: zoomViewAt(state.view, at, factor) });
}

export function panBy(offset: Point): Change {
  return (state) => ({ ...state, view: panView(state.view, offset) });
}

/** Whether the wheel pans, and zooms with Ctrl only. */
export function setWheelPanning(isWheelPanning: boolean): Change {
  return (state) => ({ ...state, isWheelPanning });
}

export const zoomIn: Change = (state) => zoomAt(stageCentre(state), zoomStep)(state);
export const zoomOut: Change = (state) => zoomAt(stageCentre(state), 1 / zoomStep)(state);

/** One canvas px to one CSS px, around the middle of the stage. */
export const zoomToActualSize: Change = (state) => {
  const view = zoomViewAt(state.view, stageCentre(state), 1 / state.view.zoom);
  return { ...state, view: { ...view, zoom: 1 } };
};

export const fitFrame: Change = (state) =>
  state.stageSize.width > 0 ? { ...state, view: fittedView(state, state.stageSize) } : state;

/** The view after the document's canvas has changed: one that was in sight stays in sight. */
export function keepCanvasInSight(before: EditorState, after: EditorState): EditorState {
  const [from, to] = [shownDocument(before).canvas, shownDocument(after).canvas];
  if (from.width === to.width && from.height === to.height) return after;
  const isLost =
    isInSight(from, before.view, before.stageSize) && !isInSight(to, after.view, after.stageSize);
  return isLost ? fitFrame(after) : after;
}

/** What is in the middle stays there; a fitted frame stays fitted, and one that was in sight stays in sight. */
export function resizeStage(stageSize: Size): Change {
  return (state) => {
    const { view, stageSize: before } = state;
    const offset = { x: (stageSize.width - before.width) / 2, y: (stageSize.height - before.height) / 2 };
    const moved = panView(view, offset);
    const { canvas } = shownDocument(state);
    const isLost = isInSight(canvas, view, before) && !isInSight(canvas, moved, stageSize);
    const isFitted = before.width === 0 || isSameView(view, fittedView(state, before));
    return { ...state, stageSize, view: isLost || isFitted ? fittedView(state, stageSize) : moved };
  };
}

function stageCentre({ stageSize }: EditorState): Point {
  return { x: stageSize.width / 2, y: stageSize.height / 2 };
}

function fittedView(state: EditorState, stageSize: Size): Viewport {
  return fitView(rectOfSize(shownDocument(state).canvas), stageSize, fitMargin);
}

function isInSight(canvas: Size, { zoom, origin }: Viewport, stageSize: Size): boolean {
  const isRightInside = origin.x + canvas.width * zoom <= stageSize.width;
  const isBottomInside = origin.y + canvas.height * zoom <= stageSize.height;
  return origin.x >= 0 && origin.y >= 0 && isRightInside && isBottomInside;
}

function isSameView(a: Viewport, b: Viewport): boolean {
  return a.zoom === b.zoom && isSamePoint(a.origin, b.origin);
}
