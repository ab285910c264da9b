import { useRef, useState } from 'react';
import { vertexCount } from '../../model/geometry/rings/ring.ts';
import type { Editor } from '../../store/createEditor.ts';
import { tryRegions } from '../../store/editor/trial.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import { type MaskSource, ringsOfMask } from './maskImports.ts';

type RingsOfMask = Awaited<ReturnType<typeof ringsOfMask>>;

/**
 * `tryOut` shows on the stage what a source would add to the mask, the latest of several; `note` is a sentence about it.
 * What is tried out ends with the dialog's panel.
 */
export function useMaskTrial(): { note: string; tryOut(source: MaskSource): Promise<void> } {
  const editor = useEditor();
  const [note, setNote] = useState('');
  const latest = useRef<MaskSource | null>(null);

  async function tryOut(source: MaskSource) {
    latest.current = source;
    const read = await readForTrial(editor, source);
    if (latest.current !== source || editor.getState().maskPanel !== 'import') return;
    editor.transact(tryRegions(read?.kind === 'read' ? read.ringsOfEach : null));
    setNote(read === null ? '' : noteOf(read));
  }

  return { note, tryOut };
}

/** An empty field is no mistake. */
async function readForTrial(editor: Editor, source: MaskSource): Promise<RingsOfMask | null> {
  const isEmpty = source.kind === 'areas' && source.text.trim() === '';
  return isEmpty ? null : await ringsOfMask(editor, source);
}

function noteOf(read: RingsOfMask): string {
  if (read.kind === 'refused') return sentence(texts.refusals, read.reason, read);
  const { ringsOfEach } = read;
  const vertices = ringsOfEach.reduce((sum, rings) => sum + vertexCount(rings), 0);
  return lateTexts.maskImport.adds(ringsOfEach.length, vertices);
}
