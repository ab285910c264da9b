import { useEffect, useState } from 'react';
import { type Rings, vertexCount } from '../../model/geometry/rings/ring.ts';
import type { Editor } from '../../store/createEditor.ts';
import { tryRegions } from '../../store/editor/trial.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { type MaskSource, ringsOfMask } from './maskImports.ts';

/** Shows on the stage what the source would add to the mask, and returns a sentence about it. */
export function useMaskTrial(source: MaskSource): string {
  const editor = useEditor();
  const [note, setNote] = useState('');

  useEffect(() => {
    let isCurrent = true;
    void readForTrial(editor, source).then((read) => {
      if (!isCurrent) return;
      editor.transact(tryRegions(typeof read === 'string' ? null : read));
      setNote(typeof read === 'string' ? read : noteOf(read));
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, source]);

  return note;
}

/** An empty field is no mistake. */
async function readForTrial(editor: Editor, source: MaskSource): Promise<readonly Rings[] | string> {
  const isEmpty = source.kind === 'areas' && source.text.trim() === '';
  return isEmpty ? '' : await ringsOfMask(editor, source);
}

function noteOf(ringsOfEach: readonly Rings[]): string {
  const vertices = ringsOfEach.reduce((sum, rings) => sum + vertexCount(rings), 0);
  return lateTexts.maskImport.adds(ringsOfEach.length, vertices);
}
