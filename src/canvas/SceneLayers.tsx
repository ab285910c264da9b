import Konva from 'konva/lib/Core.js';
import { Layer, Shape } from 'react-konva/lib/ReactKonvaCore';
import type { Size } from '../model/geometry/rect.ts';
import { drawImageLayer } from './drawImageLayer.ts';
import { drawMaskLayer } from './drawMaskLayer.ts';
import { drawOverlayLayer } from './drawOverlayLayer.ts';
import type { Surface } from './surface.ts';
import type { useScene } from './useScene.ts';

/** Hit-testing is geometry in the model, so Konva listens to nothing and draws no hit graph. */
Konva.hitOnDragEnabled = false;

type Props = ReturnType<typeof useScene> & { readonly stageSize: Size };

/** Three layers, each one shape that draws the whole of it straight from the scene. */
export function SceneLayers({ scene, layers, stageSize }: Props) {
  const [imageLayer, maskLayer, overlayLayer] = layers;
  return (
    <>
      <Layer ref={imageLayer} listening={false}>
        <Shape sceneFunc={(context) => drawImageLayer(surfaceOf(context), scene())} />
      </Layer>
      <Layer ref={maskLayer} listening={false}>
        <Shape sceneFunc={(context) => drawMaskLayer(surfaceOf(context), scene())} />
      </Layer>
      <Layer ref={overlayLayer} listening={false}>
        <Shape sceneFunc={(context) => drawOverlayLayer(surfaceOf(context), scene(), stageSize)} />
      </Layer>
    </>
  );
}

function surfaceOf(context: Konva.Context): Surface {
  return { context: context._context, pixelRatio: context.canvas.getPixelRatio() };
}
