import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ShownResult } from '../../../store/editor/editorState.ts';
import type { Result } from '../../../store/generations/generation.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import * as lateTexts from '../../texts/lateTexts.ts';
import * as texts from '../../texts/texts.ts';
import type { CompletedGeneration } from '../generationKinds.ts';
import { MissingResult } from '../MissingResult.tsx';
import { timeText } from '../resultTexts.ts';
import { type FetchedResultProps, useFetchedResult } from '../useFetchedResult.ts';
import styles from './ResultList.module.css';

type Props = { readonly generations: readonly CompletedGeneration[]; readonly shown: ShownResult | null };

/** All results in one row; a rule parts one generation from the next. */
export function ResultList({ generations, shown }: Props) {
  return (
    <ul className={styles.list} aria-label={texts.results.title}>
      {generations.flatMap((generation) =>
        generation.phase.results.map((result, index) => (
          <ResultItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the service's own number of the result.
            key={`${generation.id} ${index}`}
            generation={generation}
            result={result}
            index={index}
            isShown={shown?.generationId === generation.id && shown.index === index}
          />
        )),
      )}
    </ul>
  );
}

type ItemProps = {
  readonly generation: CompletedGeneration;
  readonly result: Result;
  readonly index: number;
  readonly isShown: boolean;
};

/** Longer frames are cut at the sides, so that the strip shows several. */
const aspectMin = 0.6;
const aspectMax = 1.9;

/** One result as a picture of the frame's ratio. */
function ResultItem({ generation, result, index, isShown }: ItemProps) {
  const { width, height } = generation.document.canvas;
  const aspectRatio = Math.min(aspectMax, Math.max(aspectMin, width / height));
  return (
    <li className={styles.item} data-first={index === 0} data-shown={isShown}>
      {result.kind === 'missing' ? (
        <MissingResult generation={generation} index={index} result={result} />
      ) : (
        <div className={styles.picture} style={{ aspectRatio }} aria-busy={result.kind === 'loading'}>
          {result.kind === 'loading' && (
            <span className="visually-hidden">{lateTexts.generations.loading(index + 1)}</span>
          )}
          {result.kind === 'fetched' && (
            <FetchedResult generation={generation} blob={result.blob} index={index} isShown={isShown} />
          )}
          {generation.isSandbox && <span className={styles.sandbox}>{lateTexts.generations.sandbox}</span>}
        </div>
      )}
    </li>
  );
}

/** Its picture shows and hides it. */
function FetchedResult(props: FetchedResultProps) {
  const { generation, index, isShown } = props;
  const { url, toggle, download } = useFetchedResult(props);
  const number = index + 1;
  const thumbnail = useRef<HTMLButtonElement>(null);

  const wasShown = useRef(isShown);

  // Keys may lead to one that the strip does not show.
  useEffect(() => {
    if (isShown && !wasShown.current)
      thumbnail.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    wasShown.current = isShown;
  }, [isShown]);

  return (
    <>
      <button
        ref={thumbnail}
        type="button"
        className={styles.thumbnail}
        aria-label={lateTexts.generations.result(
          number,
          generation.phase.results.length,
          timeText(generation),
        )}
        aria-pressed={isShown}
        onClick={toggle}
      >
        <img className={styles.image} src={url} alt="" decoding="async" draggable={false} />
      </button>
      <div className={styles.download}>
        <IconButton
          icon={Download}
          label={lateTexts.generations.download(number)}
          size="small"
          tipSide="top"
          onClick={download}
        />
      </div>
    </>
  );
}
