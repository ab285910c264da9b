import { maskFrame } from '../../model/mask/maskFrame.ts';
import { maskSvg } from '../../model/mask/maskSvg.ts';
import { areasJson } from '../../model/request/areasJson.ts';
import type { Editor } from '../../store/createEditor.ts';
import { fileStem, saveFile } from '../kit/saveFile.ts';

export function areasText({ documents, settings }: Editor): string {
  return areasJson(documents.getState().document, settings.getState());
}

export function saveAreas(editor: Editor) {
  saveAs(editor, 'areas.json', areasText(editor), 'application/json');
}

export function saveSvg(editor: Editor) {
  const { document } = editor.documents.getState();
  const frame = maskFrame(document, editor.settings.getState().maskFrame);
  saveAs(editor, 'mask.svg', maskSvg(document, frame), 'image/svg+xml');
}

function saveAs({ documents }: Editor, ending: string, text: string, type: string) {
  const { image } = documents.getState().document;
  saveFile(new Blob([text], { type }), `${fileStem(image?.name ?? '')}-${ending}`);
}
