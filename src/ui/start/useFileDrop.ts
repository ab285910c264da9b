import { useEffect, useState } from 'react';
import { holdsFiles, isTextField } from './fileTransfer.ts';

/** Calls `onDrop` with the files that are dropped anywhere on the window. Returns whether some hover over it. */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const isOurs = (event: DragEvent) => holdsFiles(event.dataTransfer) || !isTextField(event.target);

    function over(event: DragEvent) {
      setIsOver(holdsFiles(event.dataTransfer));
      if (!isOurs(event)) return;
      // Without this the browser would leave the page for the dropped file.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    }

    /** Also fired between elements; only the window itself is left for nothing. */
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setIsOver(false);
    }

    function drop(event: DragEvent) {
      setIsOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      onDrop([...(event.dataTransfer?.files ?? [])]);
    }

    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragenter', over, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [onDrop]);

  return isOver;
}
