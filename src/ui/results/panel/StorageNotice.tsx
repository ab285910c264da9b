import { HardDrive } from 'lucide-react';
import { bytesOf, type Generation, hasUnsavedResult } from '../../../store/generations/generation.ts';
import { useGenerations } from '../../../store/useEditor.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import { DeleteControl } from './DeleteControl.tsx';
import { sizeText, whenText } from './generationFacts.ts';
import styles from './StorageNotice.module.css';

const offersMax = 3;

/** Says that the browser is full, what is at stake, and which older generations would make room. */
export function StorageNotice({ now, onDeleted }: { now: number; onDeleted(): void }) {
  const isFull = useGenerations((state) => state.isStorageFull);
  const generations = useGenerations((state) => state.generations);
  if (!isFull) return null;
  const unsavedBytes = generations.filter(hasUnsavedResult).reduce((sum, each) => sum + bytesOf(each), 0);
  const offers = deletable(generations);
  return (
    <section className={styles.notice} aria-label={lateTexts.resultsPanel.storageFull}>
      <h3 className={styles.title}>
        <HardDrive size={16} aria-hidden />
        <span>{lateTexts.resultsPanel.noRoom}</span>
      </h3>
      <p>{lateTexts.resultsPanel.unsaved(sizeText(unsavedBytes), offers.length > 0)}</p>
      <ul className={styles.offers}>
        {offers.map((generation) => (
          <li key={generation.id} className={styles.offer}>
            <span className={styles.prompt} translate="no">
              {generation.settings.prompt}
            </span>
            <span className={styles.frees}>
              {lateTexts.resultsPanel.frees(whenText(generation, now), sizeText(bytesOf(generation)))}
            </span>
            <DeleteControl
              generation={generation}
              label={lateTexts.resultsPanel.deleteThatOf(whenText(generation, now))}
              onDeleted={onDeleted}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The oldest first: most likely they are what is missed least. */
function deletable(generations: readonly Generation[]): readonly Generation[] {
  return generations
    .filter((each) => bytesOf(each) > 0 && !hasUnsavedResult(each))
    .toReversed()
    .slice(0, offersMax);
}
