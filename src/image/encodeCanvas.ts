/** Of JPEG, on a scale from 0 to 1: no visible loss on top of the photograph's own. */
const jpegQuality = 0.95;

export type EncodedType = 'image/jpeg' | 'image/png';

/** The canvas as a file: sRGB, upright, without metadata. Throws where the browser has no memory left for it. */
export async function encodeCanvas(canvas: OffscreenCanvas, type: EncodedType): Promise<Blob> {
  return await canvas.convertToBlob({ type, quality: jpegQuality });
}
