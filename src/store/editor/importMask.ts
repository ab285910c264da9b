import { openMaskFile } from '../../image/openMaskFile.ts';
import { damagedImage } from '../../image/refusal.ts';
import type { AddedRegions } from '../../model/document/regions.ts';
import { pasteRegions } from '../../model/mask/operations/pasteRegions.ts';
import {
  defaultMaskReading,
  type MaskDescription,
  type MaskReading,
} from '../../model/pixels/maskReading.ts';
import type { PixelWorker } from '../../workers/connectWorkers.ts';
import type { DocumentStore } from './documentStore.ts';
import type { Notice, SessionStore } from './sessionStore.ts';

type Parts = {
  documents: DocumentStore;
  session: SessionStore;
  pixels: PixelWorker;
};

/** With more connected parts than this the list of regions would say nothing: they become one region. */
const regionsMax = 50;

/** Pictures as masks: stretched over the photograph, white or opaque is masked. */
export function createImportMask({ documents, session, pixels }: Parts) {
  /** What the file is as a mask, to know whether a channel or a threshold needs to be chosen; else why it is refused. */
  async function describeMask(file: Blob): Promise<MaskDescription | Notice> {
    const opened = await openMaskFile(file);
    if (opened.kind === 'refused') return problem(opened.sentence);
    return await pixels.describeMask(opened.blob).catch(() => problem(damagedImage.sentence));
  }

  /** What adding the regions that the file masks would make of the document; else why it is refused. */
  async function tryMask(
    file: Blob,
    reading: MaskReading = defaultMaskReading,
  ): Promise<AddedRegions | Notice> {
    const { image } = documents.getState().document;
    if (image === null) return problem('Open a photograph first: a mask belongs to one.');
    const opened = await openMaskFile(file);
    if (opened.kind === 'refused') return problem(opened.sentence);
    const size = { width: image.width, height: image.height };
    const parts = await pixels.maskParts(opened.blob, size, reading).catch(() => null);
    if (parts === null) return problem(damagedImage.sentence);
    if (parts.length === 0) return problem('Nothing in this picture is masked: neither white nor opaque.');
    if (documents.getState().document.image !== image)
      return problem('Another photograph was opened meanwhile.');
    return pasteRegions(documents.getState().document, parts.length > regionsMax ? [parts.flat()] : parts);
  }

  /** Adds what the file masks as regions, in one undo step. Resolves to why not, or to null; a refusal changes nothing. */
  async function importMask(file: Blob, reading?: MaskReading): Promise<Notice | null> {
    const tried = await tryMask(file, reading);
    if ('message' in tried) return tried;
    documents.setState({ document: tried.document });
    session.setState({ selection: { regionIds: tried.regionIds, vertices: [] } });
    return null;
  }

  return { describeMask, tryMask, importMask };
}

function problem(message: string): Notice {
  return { tone: 'problem', message };
}
