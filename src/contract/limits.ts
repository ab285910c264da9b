/** Limits of the service and of this product, in pixels, bytes, characters and hours, as their names say. */
export const limits = {
  /** Sides of the output canvas. */
  canvasSideMin: 64,
  canvasSideMax: 4096,
  /** A longer side is scaled down before upload. */
  imageSideMax: 4096,
  /** A shorter side only warns: it is a sister service's lower bound. */
  imageSideAdvisedMin: 500,
  /** A photo of more is opened scaled down, so that it takes no more memory than one that is sent in its own size. */
  imagePixelsMax: 100_000_000,
  /** Of a file that is opened at all: a camera's 200 megapixels, with a margin. Decoding it takes four bytes each, for seconds. */
  filePixelsMax: 250_000_000,
  imageBytesMax: 50 * 1024 * 1024,
  /** Of a file that is opened; what is sent of it has at most as many as the server takes. */
  fileBytesMax: 200 * 1024 * 1024,
  /** The body of a generation request; the largest mask in area form fits twice. */
  requestBytesMax: 5 * 1024 * 1024,
  /** Of a mask in area form, as it is sent; a larger one goes as a mask image. */
  areasMax: 20_000,
  verticesMax: 100_000,
  /** Sides of the frame that areas are measured in: the image as it is sent, or the canvas. */
  frameSideMax: 4096,
  /** Sides of the image as it is drawn, in canvas px: far more than the largest canvas can show. */
  placementSideMax: 4 * 4096,
  promptLengthMax: 8192,
  imageUrlLengthMax: 1024,
  callbackUrlLengthMax: 2048,
  uploadLifetimeHours: 72,
  resultLifetimeHours: 24,
  resultsMax: 4,
} as const;

/** A limit of so many bytes, in powers of 1024, as such limits are set: `50 MB`, `512 kB`. */
export function limitText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 1 ? `${Math.ceil(bytes / 1024)} kB` : `${Number(megabytes.toFixed(1))} MB`;
}
