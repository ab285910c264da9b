import { CanvasStage } from '../../src/canvas/CanvasStage.tsx';
import { createDisplayImage } from '../../src/image/displayImage.ts';
import { openImageFile } from '../../src/image/openImageFile.ts';
import { imageForUpload } from '../../src/image/uploadImage.ts';
import type { Point } from '../../src/model/geometry/point.ts';
import type { Rect } from '../../src/model/geometry/rect.ts';
import type { Viewport } from '../../src/model/geometry/viewport.ts';
import type { EditorParts } from '../../src/store/createEditor.ts';
import { onDocument } from '../../src/store/editor/regionChanges.ts';
import { createTestEditor } from '../helpers/testEditor.ts';
import { drawnImage, type Rgba } from '../image/imageFiles.ts';
import { renderWithEditor } from '../ui/renderWithEditor.tsx';

export type LayerName = 'image' | 'mask' | 'overlay';
const layerNames: readonly LayerName[] = ['image', 'mask', 'overlay'];

export type MountedStage = Awaited<ReturnType<typeof mountStage>>;

/** The photograph of these tests: 200 × 120 px, red on the left and blue on the right. */
async function redAndBlue(): Promise<File> {
  const blob = await drawnImage(200, 120, 'image/jpeg', (context) => {
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 100, 120);
    context.fillStyle = '#00f';
    context.fillRect(100, 0, 100, 120);
  });
  return new File([blob], 'red and blue.jpg');
}

/** A stage of 800 × 600 CSS px with the photograph open, its canvas 400 × 300, and the image at (100, 80) in it. */
export async function mountStage(change: Partial<EditorParts> = {}) {
  const editor = createTestEditor({
    files: { openImageFile, createDisplayImage, imageForUpload },
    ...change,
  });
  const { container } = renderWithEditor(
    editor,
    <div style={{ position: 'fixed', left: 10, top: 20, width: 800, height: 600 }}>
      <CanvasStage label="Canvas" />
    </div>,
  );
  const element = container.querySelector<HTMLElement>('[role="application"]');
  if (element === null) throw new Error('The stage has no element.');
  while (element.querySelectorAll('canvas').length < layerNames.length) await frame();
  await editor.images.openImage(await redAndBlue());

  function canvasOf(layer: LayerName): HTMLCanvasElement {
    const canvas = element?.querySelectorAll('canvas')[layerNames.indexOf(layer)];
    if (canvas === undefined) throw new Error(`There is no ${layer} layer.`);
    return canvas;
  }

  /** Where a canvas point is in the stage's element, in CSS px, as automation works it out. */
  function inElement({ x, y }: Point): Point {
    const { zoom, originX, originY } = element?.dataset ?? {};
    return { x: Number(originX) + x * Number(zoom), y: Number(originY) + y * Number(zoom) };
  }

  const stage = {
    editor,
    element,
    canvasOf,
    inElement,

    placeImage: (canvas: { width: number; height: number }, placement: Rect) =>
      editor.transact(onDocument((document) => ({ ...document, canvas, placement }))),

    setView: (view: Viewport) => editor.transact((state) => ({ ...state, view })),

    /** The colour that a layer has at a canvas point, once all has been drawn. */
    async colourAt(layer: LayerName, point: Point): Promise<Rgba> {
      await drawn();
      const { x, y } = inElement(point);
      const context = canvasOf(layer).getContext('2d');
      const [red = 0, green = 0, blue = 0, alpha = 0] =
        context?.getImageData(Math.floor(x), Math.floor(y), 1, 1).data ?? [];
      return [red, green, blue, alpha];
    },
  };
  stage.placeImage({ width: 400, height: 300 }, { x: 100, y: 80, width: 200, height: 120 });
  stage.setView({ zoom: 1, origin: { x: 50, y: 40 } });
  return stage;
}

/** Resolves when what was asked for before is on the layers: they draw in the next animation frame. */
export async function drawn() {
  await frame();
  await frame();
}

function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}
