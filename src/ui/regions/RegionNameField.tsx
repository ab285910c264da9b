import { type KeyboardEvent, useEffect, useRef } from 'react';
import { renameRegion } from '../../model/document/regions.ts';
import { onDocument } from '../../store/editor/regionChanges.ts';
import { useEditor } from '../../store/useEditor.ts';
import { classNames } from '../kit/classNames.ts';
import fieldStyles from '../kit/Field.module.css';
import * as texts from '../texts/texts.ts';
import styles from './RegionRow.module.css';

type RegionNameFieldProps = { readonly id: string; readonly name: string; onDone(): void };

/** The region's name to type over. Enter and leaving the field rename it, Escape does not. */
export function RegionNameField({ id, name, onDone }: RegionNameFieldProps) {
  const editor = useEditor();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') event.currentTarget.value = name;
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    event.currentTarget.blur();
  }

  return (
    <input
      ref={field}
      className={classNames(fieldStyles.box, styles.field)}
      aria-label={texts.regions.nameOf(name)}
      autoComplete="off"
      maxLength={80}
      defaultValue={name}
      onKeyDown={onKeyDown}
      onBlur={({ target }) => {
        editor.transact(onDocument((document) => renameRegion(document, id, target.value)));
        onDone();
      }}
    />
  );
}
