import { ChevronDown, Search } from 'lucide-react';
import { classNames } from '../../kit/classNames.ts';
import fieldStyles from '../../kit/Field.module.css';
import * as lateTexts from '../../texts/lateTexts.ts';
import styles from './FilterBar.module.css';
import type { ResultFilter } from './resultFilter.ts';

type Props = {
  readonly filter: ResultFilter;
  onChange(filter: ResultFilter): void;
};

/** Which generations are listed: by their prompt, by what became of them, and by where they were made. */
export function FilterBar({ filter, onChange }: Props) {
  return (
    <search className={styles.bar}>
      <div className={styles.text}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          className={classNames(fieldStyles.box, styles.box)}
          aria-label={lateTexts.resultsPanel.search}
          placeholder={lateTexts.resultsPanel.search}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </div>
      <Choice
        label={lateTexts.resultsPanel.state}
        value={filter.state}
        options={lateTexts.resultsPanel.states}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <Choice
        label={lateTexts.resultsPanel.service}
        value={filter.service}
        options={lateTexts.resultsPanel.services}
        onChange={(service) => onChange({ ...filter, service })}
      />
    </search>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  onChange(value: Value): void;
};

/** A list to choose from whose first entry says what it chooses, so that it needs no label beside it. */
function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  // Object.keys forgets which keys a record has.
  const values = Object.keys(options) as Value[];
  return (
    <div className={styles.choice}>
      <select
        className={classNames(fieldStyles.box, styles.box)}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(values.find((each) => each === event.target.value) ?? value)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {options[each]}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </div>
  );
}
