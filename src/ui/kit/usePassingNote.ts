import { useEffect, useState } from 'react';

const lifetimeMs = 5000;

/** A short text that leaves by itself. Setting it to null takes it away at once. */
export function usePassingNote() {
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(() => setNote(null), lifetimeMs);
    return () => clearTimeout(timer);
  }, [note]);
  return [note, setNote] as const;
}
