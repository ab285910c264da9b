import Konva from 'konva/lib/Core.js';
import { useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { useEditor, useEditorState } from '../store/useEditor.ts';
import styles from './CanvasStage.module.css';
import { drawImageLayer } from './drawImageLayer.ts';
import { drawMaskLayer } from './drawMaskLayer.ts';
import { drawOverlayLayer } from './drawOverlayLayer.ts';
import type { Surface } from './surface.ts';
import { usePointerInput } from './usePointerInput.ts';
import { useScene } from './useScene.ts';
import { useStageElement } from './useStageElement.ts';
import { useWheelInput } from './useWheelInput.ts';

/** Hit-testing is geometry in the model, so Konva listens to nothing and draws no hit graph. */
Konva.hitOnDragEnabled = false;

/**
 * The stage, named by `label`: three layers, each one shape that draws the whole of it straight from the scene. React renders it when
 * its size changes; everything else only asks the layers that show something else to draw again.
 */
export function CanvasStage({ label }: { label: string }) {
  const editor = useEditor();
  const element = useRef<HTMLDivElement>(null);
  const stageSize = useEditorState((state) => state.stageSize);
  const { scene, imageLayer, maskLayer, overlayLayer } = useScene(editor);
  useStageElement(editor, element);
  usePointerInput(editor, element);
  useWheelInput(editor, element);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard itself.
    <div ref={element} className={styles.stage} role="application" aria-label={label} tabIndex={0}>
      {stageSize.width > 0 && (
        <Stage width={stageSize.width} height={stageSize.height} listening={false}>
          <Layer ref={imageLayer} listening={false}>
            <Shape sceneFunc={(context) => drawImageLayer(surfaceOf(context), scene())} />
          </Layer>
          <Layer ref={maskLayer} listening={false}>
            <Shape sceneFunc={(context) => drawMaskLayer(surfaceOf(context), scene())} />
          </Layer>
          <Layer ref={overlayLayer} listening={false}>
            <Shape sceneFunc={(context) => drawOverlayLayer(surfaceOf(context), scene(), stageSize)} />
          </Layer>
        </Stage>
      )}
    </div>
  );
}

function surfaceOf(context: Konva.Context): Surface {
  return { context: context._context, pixelRatio: context.canvas.getPixelRatio() };
}
