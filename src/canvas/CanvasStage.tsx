import { useRef } from 'react';
import { Stage } from 'react-konva/lib/ReactKonvaCore';
import { useEditor, useEditorState } from '../store/useEditor.ts';
import styles from './CanvasStage.module.css';
import { SceneLayers } from './SceneLayers.tsx';
import { usePixelRatio } from './usePixelRatio.ts';
import { usePointerInput } from './usePointerInput.ts';
import { useScene } from './useScene.ts';
import { useStageElement } from './useStageElement.ts';
import { useWheelInput } from './useWheelInput.ts';

/**
 * The stage, named by `label`: React renders it when
 * its size changes; everything else only asks the layers that show something else to draw again.
 */
export function CanvasStage({ label }: { label: string }) {
  const editor = useEditor();
  const element = useRef<HTMLDivElement>(null);
  const stageSize = useEditorState((state) => state.stageSize);
  const { scene, layers } = useScene(editor);
  useStageElement(editor, element);
  usePointerInput(editor, element);
  useWheelInput(editor, element);
  usePixelRatio(layers, stageSize);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard itself.
    <div ref={element} className={styles.stage} role="application" aria-label={label} tabIndex={0}>
      {stageSize.width > 0 && (
        <Stage width={stageSize.width} height={stageSize.height} listening={false}>
          <SceneLayers scene={scene} layers={layers} stageSize={stageSize} />
        </Stage>
      )}
    </div>
  );
}
