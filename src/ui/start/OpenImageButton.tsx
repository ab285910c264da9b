import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { imageMimeTypes } from '../../contract/imageType.ts';
import { foreignTypesAccepted } from '../../model/files/foreignImage.ts';
import { useEditor, useEditorState } from '../../store/useEditor.ts';
import { Button } from '../kit/Button.tsx';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';

const acceptedTypes = [...imageMimeTypes, ...foreignTypesAccepted].join();

/** Asks for a file. The list of types only helps to find one; what a file is, its bytes decide. */
export function OpenImageButton() {
  const editor = useEditor();
  const isOpening = useEditorState((state) => state.isOpening);
  const input = useRef<HTMLInputElement>(null);

  function openChosen() {
    const file = input.current?.files?.[0];
    if (file) void editor.images.openImage(file);
    // The same file can then be chosen once more, which would else be no change.
    if (input.current) input.current.value = '';
  }

  return (
    <>
      <Button
        id={fieldIds.image}
        icon={FolderOpen}
        aria-busy={isOpening}
        onClick={() => input.current?.click()}
      >
        {texts.start.openImage}
      </Button>
      <input ref={input} type="file" accept={acceptedTypes} hidden onChange={openChosen} />
    </>
  );
}
