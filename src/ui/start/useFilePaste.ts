import { useEffect } from 'react';
import { isTextField } from './fileTransfer.ts';

/** Calls `onPaste` with files pasted anywhere, unless what is pasted into a field has text to go there. */
export function useFilePaste(onPaste: (files: readonly File[]) => void) {
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      const isText = isTextField(event.target) && event.clipboardData?.types.includes('text/plain');
      if (files.length === 0 || isText) return;
      event.preventDefault();
      onPaste(files);
    }
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onPaste]);
}
