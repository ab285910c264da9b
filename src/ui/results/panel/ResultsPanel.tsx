import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useEditor, useGenerations } from '../../../store/useEditor.ts';
import { Button } from '../../kit/Button.tsx';
import { useNow } from '../../kit/useNow.ts';
import * as lateTexts from '../../texts/lateTexts.ts';
import { resultsButtonId, resultsPanelId } from '../ResultsButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { GenerationCard, generationCardId } from './GenerationCard.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import styles from './ResultsPanel.module.css';
import { isFiltering, noFilter, passesFilter } from './resultFilter.ts';
import { StorageNotice } from './StorageNotice.tsx';

/** A page of the list; each may hold four pictures of many megapixels. */
const pageLength = 30;

/** Every generation that this browser keeps, newest first, with all that can be done with them. */
export function ResultsPanel() {
  const editor = useEditor();
  const generations = useGenerations((state) => state.generations);
  const now = useNow();
  const panel = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState(noFilter);
  const [length, setLength] = useState(pageLength);
  const [goal, setGoal] = useState<string | null>(null);
  const listed = generations.filter((each) => passesFilter(each, filter));

  // Opened from the keyboard it takes the focus; a pointer left it to the stage, whose keys go on working.
  useEffect(() => {
    if (document.activeElement instanceof HTMLButtonElement) panel.current?.focus();
  }, []);

  useEffect(() => {
    if (goal === null) return;
    const card = document.getElementById(generationCardId(goal));
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus({ preventScroll: true, focusVisible: true });
    setGoal(null);
  }, [goal]);

  function goTo(id: string) {
    setFilter(noFilter);
    setLength(Math.max(length, generations.findIndex((each) => each.id === id) + 1));
    setGoal(id);
  }

  function close() {
    editor.transact((state) => ({ ...state, isResultsOpen: false }));
    document.getElementById(resultsButtonId)?.focus();
  }

  /** Keys that are pressed in the panel are not for the tool, which could delete what is selected on the stage. */
  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey)) event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  }

  return (
    <section
      ref={panel}
      id={resultsPanelId}
      className={styles.panel}
      tabIndex={-1}
      aria-label={lateTexts.resultsPanel.title}
      onKeyDown={onKeyDown}
    >
      <PanelHeader all={generations} listed={listed} isFiltering={isFiltering(filter)} onClose={close} />
      <FilterBar filter={filter} onChange={setFilter} />
      <div className={styles.list}>
        <StorageNotice now={now} onDeleted={() => panel.current?.focus()} />
        {listed.slice(0, length).map((generation) => (
          <GenerationCard
            key={generation.id}
            generation={generation}
            now={now}
            onGoTo={goTo}
            onDeleted={() => panel.current?.focus()}
          />
        ))}
        {listed.length === 0 && (
          <Nothing isFiltered={generations.length > 0} onClear={() => setFilter(noFilter)} />
        )}
        {listed.length > length && (
          <Button onClick={() => setLength(length + pageLength)}>
            {lateTexts.resultsPanel.showMore(Math.min(pageLength, listed.length - length))}
          </Button>
        )}
      </div>
    </section>
  );
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  return (
    <div className={styles.nothing}>
      <p>{isFiltered ? lateTexts.resultsPanel.nothingFits : lateTexts.resultsPanel.nothingYet}</p>
      {isFiltered ? (
        <Button onClick={onClear}>{lateTexts.resultsPanel.showAll}</Button>
      ) : (
        <p>{lateTexts.resultsPanel.howToBegin}</p>
      )}
    </div>
  );
}
