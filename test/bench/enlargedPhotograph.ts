import sharp from 'sharp';

/** A real photograph enlarged, as a JPEG of `width` × `height` px. */
export async function enlargedPhotograph(path: string, width: number, height: number): Promise<Buffer> {
  return sharp(path).resize(width, height, { fit: 'cover' }).jpeg({ quality: 90 }).toBuffer();
}
