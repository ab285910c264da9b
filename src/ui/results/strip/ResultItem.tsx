import type { Result } from '../../../store/generations/generation.ts';
import * as texts from '../../texts/texts.ts';
import { MissingResult } from './MissingResult.tsx';
import styles from './ResultItem.module.css';
import { SavedResult } from './SavedResult.tsx';
import type { CompletedGeneration } from './settledGenerations.ts';

type Props = {
  readonly generation: CompletedGeneration;
  readonly result: Result;
  readonly index: number;
  readonly isShown: boolean;
};

/** Longer frames are cut at the sides, so that the strip shows several. */
const aspectMin = 0.6;
const aspectMax = 1.9;

/** One result as a picture of the frame's ratio. */
export function ResultItem({ generation, result, index, isShown }: Props) {
  const { width, height } = generation.document.canvas;
  const aspectRatio = Math.min(aspectMax, Math.max(aspectMin, width / height));
  return (
    <li className={styles.item} data-first={index === 0} data-shown={isShown}>
      {result.kind === 'missing' ? (
        <MissingResult generation={generation} index={index} result={result} />
      ) : (
        <div className={styles.picture} style={{ aspectRatio }} aria-busy={result.kind === 'loading'}>
          {result.kind === 'loading' && (
            <span className="visually-hidden">{texts.results.loading(index + 1)}</span>
          )}
          {result.kind === 'fetched' && (
            <SavedResult generation={generation} blob={result.blob} index={index} isShown={isShown} />
          )}
          {generation.isSandbox && <span className={styles.sandbox}>{texts.results.sandbox}</span>}
        </div>
      )}
    </li>
  );
}
