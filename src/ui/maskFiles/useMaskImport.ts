import { useRef, useState } from 'react';
import { vertexCount } from '../../model/geometry/rings/ring.ts';
import type { Editor } from '../../store/createEditor.ts';
import { addRegions } from '../../store/editor/regionChanges.ts';
import { tryRegions } from '../../store/editor/trial.ts';
import type { Refusal } from '../../store/notice.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';
import { sentence } from '../texts/sentence.ts';
import * as texts from '../texts/texts.ts';
import { type MaskSource, readMaskFile, ringsOfMask } from './maskImports.ts';

type RingsOfMask = Awaited<ReturnType<typeof ringsOfMask>>;

/** What is to be imported, shown on the stage before it is. What cannot be read changes nothing. */
export function useMaskImport(onDone: () => void) {
  const editor = useEditor();
  const [source, setSource] = useState<MaskSource>({ kind: 'areas', text: '' });
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isReading, setIsReading] = useState(false);
  const { note, preview } = usePreview();

  function change(next: MaskSource) {
    setSource(next);
    void preview(next);
    setProblem(null);
  }

  async function takeFile(file: File) {
    const read = await readMaskFile(editor, file);
    if (read.kind === 'refused') setProblem(read);
    else change(read);
  }

  async function submit() {
    if (isEmpty(source) || isReading) return;
    setIsReading(true);
    const imageId = openImageId(editor);
    const read = await ringsOfMask(editor, source);
    setIsReading(false);
    if (read.kind === 'refused') return setProblem(read);
    editor.transact(addRegions(read.ringsOfEach, imageId));
    onDone();
  }

  return {
    source,
    isEmpty: isEmpty(source),
    isReading,
    /** Why it could not be imported. */
    problem: problem && sentence(texts.refusals, problem.reason, problem),
    /** What it would add. */
    note: problem === null && note,
    change,
    takeFile,
    submit,
  };
}

/**
 * `preview` shows on the stage what a source would add to the mask, the latest of several; `note` is a sentence about it.
 * What is tried out ends with the dialog's panel.
 */
function usePreview(): { note: string; preview(source: MaskSource): Promise<void> } {
  const editor = useEditor();
  const [note, setNote] = useState('');
  const latest = useRef<MaskSource | null>(null);

  async function preview(source: MaskSource) {
    latest.current = source;
    const imageId = openImageId(editor);
    const read = await readForPreview(editor, source);
    const isOvertaken = latest.current !== source || openImageId(editor) !== imageId;
    if (isOvertaken || editor.getState().maskPanel !== 'import') return;
    editor.transact(tryRegions(read?.kind === 'read' ? read.ringsOfEach : null));
    setNote(read === null ? '' : noteOf(read));
  }

  return { note, preview };
}

function openImageId(editor: Editor): string | undefined {
  return editor.getState().document.image?.id;
}

/** An empty field is no mistake. */
async function readForPreview(editor: Editor, source: MaskSource): Promise<RingsOfMask | null> {
  return isEmpty(source) ? null : await ringsOfMask(editor, source);
}

function isEmpty(source: MaskSource): boolean {
  return source.kind === 'areas' && source.text.trim() === '';
}

function noteOf(read: RingsOfMask): string {
  if (read.kind === 'refused') return sentence(texts.refusals, read.reason, read);
  const { ringsOfEach, roundedVertices, leftOut } = read;
  const vertices = ringsOfEach.reduce((sum, rings) => sum + vertexCount(rings), 0);
  return [
    lateTexts.maskImport.adds(ringsOfEach.length, vertices),
    sentence(texts.notices, 'areasAdjusted', { code: 'areasAdjusted', roundedVertices, leftOut }),
  ]
    .join(' ')
    .trim();
}
