import { useEffect, useState } from 'react';

/** Decodes the file that `load` brings, and frees the bitmap once another has taken its place. `load` is memoised. */
export function useBitmap(load: (() => Promise<Blob>) | null): ImageBitmap | null {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);

  useEffect(() => {
    if (load === null) return setBitmap(null);
    let isCurrent = true;
    load()
      .then((file) => createImageBitmap(file))
      .then(
        (decoded) => (isCurrent ? setBitmap(decoded) : decoded.close()),
        () => isCurrent && setBitmap(null),
      );
    return () => {
      isCurrent = false;
    };
  }, [load]);

  useEffect(() => () => bitmap?.close(), [bitmap]);

  return bitmap;
}
