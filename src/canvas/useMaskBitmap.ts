import { useMemo } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { useLatestAnswer } from '../store/latestAnswer.ts';
import { useEditorState, useSettings, useTriedDocument } from '../store/useEditor.ts';

/**
 * The mask's file, decoded, while it is shown: the very bytes that would be sent, so that the preview cannot err. While an
 * operation is tried out, with that applied.
 */
export function useMaskBitmap(editor: Editor): ImageBitmap | null {
  const isShown = useEditorState((state) => state.isMaskShown);
  const document = useTriedDocument();
  const model = useSettings((settings) => settings.model);
  const frame = useSettings((settings) => settings.maskFrame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the mask is made of decides when it is made again.
  const question = useMemo(() => {
    if (!isShown || document.image === null) return null;
    const ask = async () => createImageBitmap(await editor.maskPng(document));
    return { topic: document.image.id, key: ask, ask };
  }, [editor, isShown, document, model, frame]);
  return useLatestAnswer(question, closeBitmap);
}

function closeBitmap(bitmap: ImageBitmap) {
  bitmap.close();
}
