import { useEffect, useState } from 'react';
import { vertexCount } from '../../model/geometry/rings/ring.ts';
import type { Editor } from '../../store/createEditor.ts';
import { tryRegions } from '../../store/editor/trial.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import { type MaskSource, ringsOfMask } from './maskImports.ts';

type RingsOfMask = Awaited<ReturnType<typeof ringsOfMask>>;

/** Shows on the stage what the source would add to the mask, and returns a sentence about it. */
export function useMaskTrial(source: MaskSource): string {
  const editor = useEditor();
  const [note, setNote] = useState('');

  useEffect(() => {
    let isCurrent = true;
    void readForTrial(editor, source).then((read) => {
      if (!isCurrent) return;
      editor.transact(tryRegions(read?.kind === 'read' ? read.ringsOfEach : null));
      setNote(read === null ? '' : noteOf(read));
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, source]);

  return note;
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
