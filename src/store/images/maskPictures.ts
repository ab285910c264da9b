import { fileRefusal } from '../../image/fileRefusal.ts';
import type { Rings } from '../../model/geometry/rings/ring.ts';
import {
  defaultMaskReading,
  type MaskDescription,
  type MaskReading,
} from '../../model/pixels/maskReading.ts';
import type { PixelWorker } from '../../workers/connectWorkers.ts';
import type { EditorStore } from '../editor/editorStore.ts';
import type { Refusal } from '../notice.ts';

/** The rings of each region that a picture masks, in image px of the photograph with that id. */
export type MaskRings = {
  readonly kind: 'read';
  readonly imageId: string;
  readonly ringsOfEach: readonly Rings[];
};

/** The code that reads files is loaded with the first. */
async function openFile(file: Blob) {
  const { openMaskFile } = await import('../../image/openMaskFile.ts');
  return await openMaskFile(file);
}

/** With more connected parts than this the list of regions would say nothing: they become one region. */
const regionsMax = 50;

/** Pictures as masks: stretched over the photograph, white or opaque is masked. */
export function createMaskPictures(editor: EditorStore, pixels: PixelWorker) {
  return {
    /** What the file is as a mask, to know whether a channel or a threshold needs to be chosen. */
    async describeMask(file: Blob): Promise<MaskDescription | Refusal> {
      const opened = await openFile(file);
      if (opened.kind === 'refused') return opened;
      return await pixels.describeMask(opened.blob).catch(() => fileRefusal({ reason: 'damaged' }));
    },

    /** The regions that the file masks on the open photograph. */
    async readMask(file: Blob, reading: MaskReading = defaultMaskReading): Promise<MaskRings | Refusal> {
      const { image } = editor.getState().document;
      if (image === null) return { kind: 'refused', reason: 'noPhotograph' };
      const opened = await openFile(file);
      if (opened.kind === 'refused') return opened;
      const size = { width: image.width, height: image.height };
      const parts = await pixels.maskParts(opened.blob, size, reading).catch(() => null);
      if (parts === null) return fileRefusal({ reason: 'damaged' });
      if (parts.length === 0) return { kind: 'refused', reason: 'nothingMasked' };
      const ringsOfEach = parts.length > regionsMax ? [parts.flat()] : parts;
      return { kind: 'read', imageId: image.id, ringsOfEach };
    },
  };
}
