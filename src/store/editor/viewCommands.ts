import { isSamePoint, type Point } from '../../model/geometry/point.ts';
import { rectOfSize, type Size } from '../../model/geometry/rect.ts';
import { fitView, panView, type Viewport, zoomViewAt } from '../../model/geometry/viewport.ts';
import type { GenerationStore } from '../generations/generationStore.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SessionStore } from './sessionStore.ts';
import { shownDocument } from './shownDocument.ts';

export type ViewCommands = ReturnType<typeof createViewCommands>;

/** CSS px kept free around the frame, for the grips outside its edges. */
const fitMargin = 56;
const zoomStep = 1.25;

/** Zooming and panning. They touch neither the document nor the tool's session. */
export function createViewCommands(
  documents: DocumentStore,
  session: SessionStore,
  generations: GenerationStore,
) {
  const shownCanvas = () => shownDocument({ documents, session, generations }).canvas;

  function stageCentre(): Point {
    const { stageSize } = session.getState();
    return { x: stageSize.width / 2, y: stageSize.height / 2 };
  }

  function zoomAt(at: Point, factor: number) {
    session.setState(({ view }) => ({ view: zoomViewAt(view, at, factor) }));
  }

  function fitted(stageSize: Size): Viewport {
    return fitView(rectOfSize(shownCanvas()), stageSize, fitMargin);
  }

  function fitFrame() {
    const { stageSize } = session.getState();
    if (stageSize.width > 0) session.setState({ view: fitted(stageSize) });
  }

  function isFrameInSight(view: Viewport, stageSize: Size): boolean {
    const canvas = shownCanvas();
    const { zoom, origin } = view;
    const isRightInside = origin.x + canvas.width * zoom <= stageSize.width;
    const isBottomInside = origin.y + canvas.height * zoom <= stageSize.height;
    return origin.x >= 0 && origin.y >= 0 && isRightInside && isBottomInside;
  }

  return {
    zoomAt,
    fitFrame,
    zoomIn: () => zoomAt(stageCentre(), zoomStep),
    zoomOut: () => zoomAt(stageCentre(), 1 / zoomStep),
    /** One canvas px to one CSS px, around the middle of the stage. */
    zoomToActualSize: () =>
      session.setState(({ view }) => ({
        view: { ...zoomViewAt(view, stageCentre(), 1 / view.zoom), zoom: 1 },
      })),
    pan: (offset: Point) => session.setState(({ view }) => ({ view: panView(view, offset) })),

    /** What is in the middle stays there; a fitted frame stays fitted, and one that was in sight stays in sight. */
    resizeStage(stageSize: Size) {
      const { view, stageSize: before } = session.getState();
      const offset = { x: (stageSize.width - before.width) / 2, y: (stageSize.height - before.height) / 2 };
      const moved = panView(view, offset);
      const isLost = isFrameInSight(view, before) && !isFrameInSight(moved, stageSize);
      const isFitted = before.width === 0 || isSameView(view, fitted(before));
      session.setState({ stageSize, view: isLost || isFitted ? fitted(stageSize) : moved });
    },
  };
}

function isSameView(a: Viewport, b: Viewport): boolean {
  return a.zoom === b.zoom && isSamePoint(a.origin, b.origin);
}
