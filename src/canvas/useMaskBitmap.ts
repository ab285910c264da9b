import { useEffect, useState } from 'react';
import type { Editor } from '../store/createEditor.ts';
import { useDocument, useSession, useSettings } from '../store/useEditor.ts';

/** The mask's file, decoded, while it is shown: the very bytes that would be sent, so that the preview cannot err. */
export function useMaskBitmap(editor: Editor): ImageBitmap | null {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const isShown = useSession((session) => session.isMaskShown);
  const document = useDocument((each) => each);
  const model = useSettings((settings) => settings.model);
  const frame = useSettings((settings) => settings.maskFrame);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the mask is made of decides when it is made again.
  useEffect(() => {
    if (!isShown || document.image === null) return setBitmap(null);
    let isCurrent = true;
    editor
      .maskPng()
      .then(createImageBitmap)
      .then(
        (decoded) => (isCurrent ? setBitmap(decoded) : decoded.close()),
        () => isCurrent && setBitmap(null),
      );
    return () => {
      isCurrent = false;
    };
  }, [editor, isShown, document, model, frame]);

  return bitmap;
}
