/** A bundled sample as a file of the given name. */
export async function sampleFile(sample: string, name = sample): Promise<File> {
  return new File([await sampleBytes(sample)], name);
}

export async function sampleBytes(sample: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`/samples/${sample}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** An image drawn by `draw` on a canvas, encoded. */
export async function drawnImage(
  width: number,
  height: number,
  type: string,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Promise<Blob> {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  draw(context);
  return await context.canvas.convertToBlob({ type, quality: 0.95 });
}

export type Rgba = readonly [number, number, number, number];

/** The colours at image px positions. */
export function coloursAt(bitmap: ImageBitmap, points: readonly (readonly [number, number])[]): Rgba[] {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return points.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(x, y, 1, 1).data;
    return [red, green, blue, alpha];
  });
}

/** Which of pure red, green, blue, white or nothing a colour is nearest to: JPEG keeps no exact values. */
export function nameOf([red, green, blue, alpha]: Rgba): string {
  if (alpha < 128) return 'clear';
  const key = [red, green, blue].map((value) => (value > 128 ? '1' : '0')).join('');
  return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[key] ?? key;
}

/** 60 × 40 px: red, green above blue, white. */
export async function quadrants(type: string): Promise<Blob> {
  return await drawnImage(60, 40, type, (context) => {
    const colours = ['#f00', '#0f0', '#00f', '#fff'];
    for (const [index, colour] of colours.entries()) {
      context.fillStyle = colour;
      context.fillRect((index % 2) * 30, Math.floor(index / 2) * 20, 30, 20);
    }
  });
}

/** The names of a bitmap's quadrants, row by row. */
export function quadrantsOf(bitmap: ImageBitmap): string {
  const [left, top] = [Math.floor(bitmap.width / 4), Math.floor(bitmap.height / 4)];
  const [right, bottom] = [bitmap.width - left - 1, bitmap.height - top - 1];
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const;
  return coloursAt(bitmap, corners).map(nameOf).join(' ');
}
