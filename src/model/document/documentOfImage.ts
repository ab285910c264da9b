import { canvasAsImage } from './canvasRatio.ts';
import { type Document, emptyDocument, type SourceImage } from './document.ts';

/** The document that opening an image starts: the canvas is the image's, and nothing is masked. */
export function documentOfImage(image: SourceImage): Document {
  return canvasAsImage({ ...emptyDocument, image });
}
