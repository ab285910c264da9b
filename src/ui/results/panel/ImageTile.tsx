import { Download, Layers2 } from 'lucide-react';
import type { Result } from '../../../store/generations/generation.ts';
import { useEditor } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import type { CompletedGeneration } from '../generationKinds.ts';
import { MissingResult } from '../MissingResult.tsx';
import { type FetchedResultProps, useFetchedResult } from '../useFetchedResult.ts';
import styles from './ImageTile.module.css';

type Props = {
  readonly generation: CompletedGeneration;
  readonly result: Result;
  readonly index: number;
  readonly isShown: boolean;
};

/** One result with what can be done with it, or the word that it is still to come. */
export function ImageTile({ generation, result, index, isShown }: Props) {
  if (result.kind === 'missing') {
    return (
      <li className={styles.missing}>
        <MissingResult generation={generation} index={index} result={result} />
      </li>
    );
  }
  return (
    <li className={styles.tile} data-shown={isShown}>
      {result.kind === 'loading' ? (
        <div className={styles.picture} style={{ aspectRatio: ratioOf(generation) }} aria-busy>
          <span className="visually-hidden">{lateTexts.generations.loading(index + 1)}</span>
        </div>
      ) : (
        <FetchedImage generation={generation} index={index} isShown={isShown} {...result} />
      )}
    </li>
  );
}

function FetchedImage({ isSaved, ...props }: FetchedResultProps & { readonly isSaved: boolean }) {
  const { generation, index, isShown } = props;
  const editor = useEditor();
  const { url, toggle, download } = useFetchedResult(props);
  const number = index + 1;
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        style={{ aspectRatio: ratioOf(generation) }}
        aria-label={lateTexts.generationCard.show(number)}
        aria-pressed={isShown}
        onClick={toggle}
      >
        <img className={styles.image} src={url} alt="" loading="lazy" decoding="async" draggable={false} />
        {!isSaved && <span className={styles.unsaved}>{lateTexts.generationCard.notSaved}</span>}
      </button>
      <div className={styles.actions}>
        <Button
          look="quiet"
          icon={Layers2}
          aria-label={lateTexts.generationCard.useResultAsBase(number)}
          onClick={() => void editor.generations.openResult(generation.id, index)}
        >
          {lateTexts.generationCard.useAsBase}
        </Button>
        <IconButton icon={Download} label={lateTexts.generations.download(number)} onClick={download} />
      </div>
    </>
  );
}

/** Longer frames stand in a box of this ratio, whole, with a margin at their sides. */
const ratioMin = 0.8;
const ratioMax = 2.2;

function ratioOf({ document: { canvas } }: CompletedGeneration): number {
  return Math.min(ratioMax, Math.max(ratioMin, canvas.width / canvas.height));
}
