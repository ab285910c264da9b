import { useMemo } from 'react';
import type { MaskFrameKind } from '../model/mask/maskFrame.ts';
import type { Editor } from '../store/createEditor.ts';
import { useLatestAnswer } from '../store/latestAnswer.ts';
import { useEditorState, useSettings, useTriedDocument } from '../store/useEditor.ts';

/** The mask's file, decoded, and the frame whose pixels are its own. */
export type MaskBitmap = { readonly bitmap: ImageBitmap; readonly frame: MaskFrameKind };

/**
 * The mask's file while it is shown: the very bytes that would be sent, so that the preview cannot err. While an operation
 * is tried out, with that applied.
 */
export function useMaskBitmap(editor: Editor): MaskBitmap | null {
  const isShown = useEditorState((state) => state.isMaskShown);
  const document = useTriedDocument();
  const model = useSettings((settings) => settings.model);
  const frame = useSettings((settings) => settings.maskFrame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the mask is made of decides when it is made again.
  const question = useMemo(() => {
    if (!isShown || document.image === null) return null;
    const ask = async () => ({ bitmap: await createImageBitmap(await editor.maskPng(document)), frame });
    return { topic: document.image.id, key: ask, ask };
  }, [editor, isShown, document, model, frame]);
  return useLatestAnswer(question, closeBitmap);
}

function closeBitmap({ bitmap }: MaskBitmap) {
  bitmap.close();
}
