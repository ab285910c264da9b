import { maskFrame } from '../../model/mask/maskFrame.ts';
import { maskSvg } from '../../model/mask/maskSvg.ts';
import { areasJson } from '../../model/request/requestJson.ts';
import type { EditorStore } from '../../store/editor/editorStore.ts';
import { fileStem, saveFile } from '../kit/saveFile.ts';

export function areasText(editor: EditorStore): string {
  const { document, settings } = editor.getState();
  return areasJson(document, settings);
}

export function saveAreas(editor: EditorStore) {
  saveAs(editor, 'areas.json', areasText(editor), 'application/json');
}

export function saveSvg(editor: EditorStore) {
  const { document, settings } = editor.getState();
  const frame = maskFrame(document, settings.maskFrame);
  saveAs(editor, 'mask.svg', maskSvg(document, frame), 'image/svg+xml');
}

function saveAs(editor: EditorStore, ending: string, text: string, type: string) {
  const { image } = editor.getState().document;
  saveFile(new Blob([text], { type }), `${fileStem(image?.name ?? '')}-${ending}`);
}
