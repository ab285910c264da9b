import type Konva from 'konva/lib/Core.js';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { type Scene, sceneOf } from './scene.ts';
import { useMaskBitmap } from './useMaskBitmap.ts';
import { useResultBitmap } from './useResultBitmap.ts';

type LayerRef = RefObject<Konva.Layer | null>;

/** What each layer shows; it is drawn again when one of these is another value. */
const imageLayerInputs = ({ document, view, image, result }: Scene) => [
  document.canvas,
  document.placement,
  view.zoom,
  view.origin.x,
  view.origin.y,
  image,
  result,
];
const maskLayerInputs = ({ document, view, unchangedRegions, maskBitmap, result }: Scene) => [
  document.canvas,
  document.placement,
  view.zoom,
  view.origin.x,
  view.origin.y,
  unchangedRegions,
  maskBitmap,
  result,
];

/** Works the scene out at most once per change, and tells the layers that it concerns to draw in the next frame. */
export function useScene(editor: Editor) {
  const imageLayer: LayerRef = useRef(null);
  const maskLayer: LayerRef = useRef(null);
  const overlayLayer: LayerRef = useRef(null);
  const [layers] = useState(() => [imageLayer, maskLayer, overlayLayer] as const);
  const mask = useMaskBitmap(editor);
  const result = useResultBitmap();

  const source = useMemo(() => createSceneSource(editor, { mask, result }), [editor, mask, result]);

  useEffect(() => {
    let drawn: Scene | undefined;
    const redraw = () => {
      source.invalidate();
      const scene = source.scene();
      if (hasChanged(imageLayerInputs, drawn, scene)) imageLayer.current?.batchDraw();
      if (hasChanged(maskLayerInputs, drawn, scene)) maskLayer.current?.batchDraw();
      overlayLayer.current?.batchDraw();
      drawn = scene;
    };
    redraw();
    const { images, comparison } = editor;
    const stops = [
      editor.subscribe(redraw),
      images.library.subscribe(redraw),
      ...[comparison.checks, comparison.restored].map((store) => store.subscribe(redraw)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, source]);

  return { scene: source.scene, layers };
}

function createSceneSource(editor: Editor, bitmaps: Parameters<typeof sceneOf>[1]) {
  let current: Scene | undefined;
  let before: Scene | undefined;
  return {
    scene: () => {
      current ??= sceneOf(editor, bitmaps, before);
      before = current;
      return current;
    },
    invalidate: () => {
      current = undefined;
    },
  };
}

function hasChanged(parts: (scene: Scene) => unknown[], before: Scene | undefined, after: Scene): boolean {
  if (before === undefined) return true;
  const earlier = parts(before);
  return parts(after).some((part, index) => part !== earlier[index]);
}
