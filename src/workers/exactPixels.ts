/**
 * Some browsers hide from trackers by altering what a page reads back from a canvas: a shade here and there, or everything.
 * A wand would then outline noise. Where that is so, pixels are read through a `VideoFrame`, which is left alone
 * (https://w3c.github.io/webcodecs/#dom-videoframe-copyto); where there is none, what the canvas gives has to do.
 */
type Context = OffscreenCanvasRenderingContext2D;

/** Whether this browser alters what is read from a canvas: pixels of many shades are not read back as they were painted. */
export function isCanvasAltered(): boolean {
  const context = new OffscreenCanvas(16, 16).getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  const shades = Array.from({ length: 256 }, (_, at) => [at, (at * 7) % 256, (at * 13) % 256] as const);
  for (const [at, [red, green, blue]] of shades.entries()) {
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(at % 16, Math.floor(at / 16), 1, 1);
  }
  const { data } = context.getImageData(0, 0, 16, 16);
  return shades.some((shade, at) => shade.some((value, channel) => data[at * 4 + channel] !== value));
}

/** All pixels of the canvas, not premultiplied. */
export async function exactPixels(context: Context): Promise<Uint8ClampedArray> {
  const framed = isCanvasAltered() ? await framedPixels(context).catch(() => undefined) : undefined;
  const { width, height } = context.canvas;
  return framed ?? context.getImageData(0, 0, width, height).data;
}

async function framedPixels({ canvas }: Context): Promise<Uint8ClampedArray | undefined> {
  if (typeof VideoFrame === 'undefined') return undefined;
  const frame = new VideoFrame(canvas, { timestamp: 0 });
  try {
    const pixels = new Uint8ClampedArray(canvas.width * canvas.height * 4);
    await frame.copyTo(pixels, { format: 'RGBA' });
    return withoutPremultiplying(pixels);
  } finally {
    frame.close();
  }
}

/** A frame's colours are multiplied by their alpha. */
function withoutPremultiplying(pixels: Uint8ClampedArray): Uint8ClampedArray {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) {
      pixels[channel] = ((pixels[channel] ?? 0) * 255) / alpha;
    }
  }
  return pixels;
}
