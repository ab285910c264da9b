import { useDocument, useEditorState } from '../../store/useEditor.ts';
import { tools } from '../../tools/registry.ts';
import { fieldIds } from '../fieldIds.ts';
import { Section } from '../kit/Section.tsx';
import { MaskOperations } from '../maskOperations/MaskOperations.tsx';
import * as texts from '../texts/texts.ts';
import { RegionRow } from './RegionRow.tsx';
import styles from './RegionsSection.module.css';

/** Every region of the mask; the newest is the last. */
export function RegionsSection() {
  const regions = useDocument((document) => document.regions);
  const selectedIds = useEditorState((state) => state.selection.regionIds);
  return (
    <Section
      title="Regions"
      id={fieldIds.regions}
      actions={<span className={styles.count}>{regions.length || ''}</span>}
    >
      <ul className={styles.list} aria-label="Regions">
        {regions.map((region) => (
          <RegionRow key={region.id} region={region} isSelected={selectedIds.includes(region.id)} />
        ))}
      </ul>
      {regions.length === 0 && (
        <p className={styles.empty}>
          Nothing is masked, so all of the photograph is kept. Draw what to repaint with{' '}
          {texts.toolNames.brush} <Key of={tools.brush} />, {texts.toolNames.lasso} <Key of={tools.lasso} />,{' '}
          {texts.toolNames.rectangle} <Key of={tools.rectangle} /> or another of the tools.
        </p>
      )}
      <MaskOperations />
    </Section>
  );
}

function Key({ of: { key } }: { of: { readonly key: string } }) {
  return <kbd className={styles.key}>{key.toUpperCase()}</kbd>;
}
