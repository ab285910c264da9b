import { useEffect, useState } from 'react';
import type { GenerationState } from '../store/generationStore.ts';
import type { ShownResult } from '../store/sessionStore.ts';
import { useGenerations, useSession } from '../store/useEditor.ts';

/** The result that is looked at, decoded; null while there is none. */
export function useResultBitmap(): ImageBitmap | null {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const shown = useSession((session) => session.shownResult);
  const blob = useGenerations((state) => (shown ? shownBlob(state, shown) : undefined));

  useEffect(() => {
    if (blob === undefined) return setBitmap(null);
    let isCurrent = true;
    createImageBitmap(blob).then(
      (decoded) => (isCurrent ? setBitmap(decoded) : decoded.close()),
      () => isCurrent && setBitmap(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [blob]);

  return bitmap;
}

function shownBlob({ generations }: GenerationState, { generationId, index }: ShownResult): Blob | undefined {
  const phase = generations.find((generation) => generation.id === generationId)?.phase;
  const result = phase?.name === 'completed' ? phase.results[index] : undefined;
  return result?.kind === 'saved' ? result.blob : undefined;
}
