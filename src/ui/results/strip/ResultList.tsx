import type { ShownResult } from '../../../store/editor/editorState.ts';
import * as texts from '../../texts/texts.ts';
import { ResultItem } from './ResultItem.tsx';
import styles from './ResultList.module.css';
import type { CompletedGeneration } from './settledGenerations.ts';

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
