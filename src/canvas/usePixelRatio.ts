import type Konva from 'konva/lib/Core.js';
import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Size } from '../model/geometry/rect.ts';

type LayerRef = RefObject<Konva.Layer | null>;

/**
 * Has the layers draw as many pixels as the screen has for them. Konva asks once, when its code is loaded; zooming the page, or
 * moving the window to another monitor, leaves its layers blurred, or with many times the pixels that anybody sees.
 */
export function usePixelRatio(layers: readonly LayerRef[], stageSize: Size) {
  const pixelRatio = useSyncExternalStore(listenForPixelRatio, () => window.devicePixelRatio);
  useLayoutEffect(() => {
    for (const { current: layer } of layers) if (layer) fitLayer(layer, pixelRatio, stageSize);
  }, [layers, pixelRatio, stageSize]);
}

function fitLayer(layer: Konva.Layer, pixelRatio: number, { width, height }: Size) {
  const canvas = layer.getCanvas();
  if (canvas.getPixelRatio() !== pixelRatio) {
    canvas.setPixelRatio(pixelRatio);
    layer.draw();
  }
  // A layer of 801 CSS px at a ratio of 1.25 has 1001 pixels: stretched to 801 CSS px each of them would be blurred.
  canvas._canvas.style.width = `${Math.floor(width * pixelRatio) / pixelRatio}px`;
  canvas._canvas.style.height = `${Math.floor(height * pixelRatio) / pixelRatio}px`;
}

/**
 * A media query tells of the ratio that it names alone: https://developer.mozilla.org/docs/Web/API/Window/devicePixelRatio
 * Safari before 16 knows no such query; zooming its page changes the window's size.
 */
function listenForPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList;
  const listen = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', tell);
  };
  const stop = () => query.removeEventListener('change', tell);
  const tell = () => {
    stop();
    listen();
    onChange();
  };
  listen();
  window.addEventListener('resize', onChange);
  return () => {
    stop();
    window.removeEventListener('resize', onChange);
  };
}
