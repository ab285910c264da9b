import { limits } from '../contract/limits.ts';
import type { Size } from '../model/geometry/rect.ts';
import { sentImageSize } from '../model/mask/sentImageSize.ts';
import { drawUpright } from './drawUpright.ts';

/** Small, to see whether anything was decoded at all. */
const probe: Size = { width: 32, height: 32 };

/**
 * What the browser shows of a file that `createImageBitmap` refuses: an element draws what has been decoded before the data
 * end or err, as every viewer does. Where nothing is, `background` shows. Throws where there is nothing to be seen.
 */
export async function decodeDamaged(blob: Blob, background: string | undefined): Promise<OffscreenCanvas> {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = address;
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
    });
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    if (isEmpty(image)) throw new Error('Nothing of the image can be decoded.');
    const isLarge = size.width * size.height > limits.imagePixelsMax;
    return drawUpright(image, 1, isLarge ? sentImageSize(size) : size, background);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function isEmpty(image: HTMLImageElement): boolean {
  const context = drawUpright(image, 1, probe).getContext('2d');
  const { data } = context?.getImageData(0, 0, probe.width, probe.height) ?? { data: [] };
  return data.every((value) => value === 0);
}
