import { useEffect, useMemo } from 'react';
import type { Document } from '../../model/document/document.ts';
import type { AddedRegions } from '../../model/document/regions.ts';
import { useNewestAnswer } from '../../store/editor/useNewestAnswer.ts';
import { useEditor } from '../../store/useEditor.ts';
import { type MaskSource, tryMask } from './maskImports.ts';

type Trial = { readonly preview: Document | null; readonly note: string };

const nothing: Trial = { preview: null, note: '' };

/** A trial takes no memory that would have to be freed. */
const freeNothing = () => undefined;

/** Shows on the stage what the source would add to the mask, and returns a sentence about it. */
export function useMaskTrial(source: MaskSource): string {
  const editor = useEditor();
  const { session } = editor;
  const question = useMemo(() => {
    if (source.kind === 'areas' && source.text.trim() === '') return null;
    return { topic: 'mask', key: source, ask: async () => trialOf(await tryMask(editor, source)) };
  }, [editor, source]);
  const { preview, note } = useNewestAnswer(question, freeNothing) ?? nothing;

  useEffect(() => session.setState({ preview }), [session, preview]);
  useEffect(() => () => session.setState({ preview: null }), [session]);

  return note;
}

function trialOf(tried: AddedRegions | string): Trial {
  if (typeof tried === 'string') return { preview: null, note: tried };
  const { document, regionIds } = tried;
  const added = document.regions.filter(({ id }) => regionIds.includes(id));
  const vertices = added.flatMap(({ rings }) => rings.flat()).length;
  return {
    preview: document,
    note: `Adds ${counted(added.length, 'region', 'regions')} with ${counted(vertices, 'vertex', 'vertices')}.`,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
