import type { Point } from '../model/geometry/point.ts';
import { type Rect, rectOfSize, type Size } from '../model/geometry/rect.ts';
import { fitView, panView, zoomViewAt } from '../model/geometry/viewport.ts';
import type { DocumentStore } from './documentStore.ts';
import type { SessionStore } from './sessionStore.ts';

export type ViewCommands = ReturnType<typeof createViewCommands>;

/** CSS px kept free around the frame, for the grips outside its edges. */
const fitMargin = 56;
const zoomStep = 1.25;

/** Zooming and panning. They touch neither the document nor the tool's session. */
export function createViewCommands(documents: DocumentStore, session: SessionStore) {
  function stageCentre(): Point {
    const { stageSize } = session.getState();
    return { x: stageSize.width / 2, y: stageSize.height / 2 };
  }

  function zoomAt(at: Point, factor: number) {
    session.setState(({ view }) => ({ view: zoomViewAt(view, at, factor) }));
  }

  function fitFrame() {
    const { stageSize } = session.getState();
    const { canvas } = documents.getState().document;
    if (stageSize.width > 0) session.setState({ view: fitView(rectOfSize(canvas), stageSize, fitMargin) });
  }

  return {
    zoomAt,
    fitFrame,
    zoomIn: () => zoomAt(stageCentre(), zoomStep),
    zoomOut: () => zoomAt(stageCentre(), 1 / zoomStep),
    /** One canvas px to one CSS px, around the middle of the stage. */
    zoomToActualSize: () => zoomAt(stageCentre(), 1 / session.getState().view.zoom),
    pan: (offset: Point) => session.setState(({ view }) => ({ view: panView(view, offset) })),

    /** Fits only where part of the frame is out of sight, as after its size was typed. */
    reveal() {
      const { view, stageSize } = session.getState();
      const { canvas } = documents.getState().document;
      const shown: Rect = {
        ...view.origin,
        width: canvas.width * view.zoom,
        height: canvas.height * view.zoom,
      };
      if (!isInside(shown, stageSize)) fitFrame();
    },

    /** The first size fits the frame; later ones keep what is in the middle there. */
    resizeStage(stageSize: Size) {
      const before = session.getState().stageSize;
      session.setState({ stageSize });
      if (before.width === 0) fitFrame();
      else {
        const offset = { x: (stageSize.width - before.width) / 2, y: (stageSize.height - before.height) / 2 };
        session.setState(({ view }) => ({ view: panView(view, offset) }));
      }
    },
  };
}

function isInside(rect: Rect, size: Size): boolean {
  return (
    rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= size.width && rect.y + rect.height <= size.height
  );
}
