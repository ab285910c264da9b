import { useDocument, useEditorState } from '../../store/useEditor.ts';
import { type ToolId, tools } from '../../tools/registry.ts';
import { Keys } from '../kit/Keys.tsx';
import { Section } from '../kit/Section.tsx';
import { MaskOperationsPart } from '../lazyParts.tsx';
import { fieldIds } from '../pageFields.ts';
import * as texts from '../texts/texts.ts';
import { RegionRow } from './RegionRow.tsx';
import styles from './RegionsSection.module.css';

/** Every region of the mask; the newest is the last. */
export function RegionsSection() {
  const regions = useDocument((document) => document.regions);
  const selectedIds = useEditorState((state) => state.selection.regionIds);
  return (
    <Section
      title={texts.regions.title}
      id={fieldIds.regions}
      actions={
        <span className={styles.count} translate="no">
          {regions.length || ''}
        </span>
      }
    >
      <ul className={styles.list} aria-label={texts.regions.title}>
        {regions.map((region) => (
          <RegionRow key={region.id} region={region} isSelected={selectedIds.includes(region.id)} />
        ))}
      </ul>
      {regions.length === 0 && (
        <p className={styles.empty}>
          {texts.regions.empty({
            brush: <NamedTool id="brush" />,
            lasso: <NamedTool id="lasso" />,
            rectangle: <NamedTool id="rectangle" />,
          })}
        </p>
      )}
      <MaskOperationsPart />
    </Section>
  );
}

function NamedTool({ id }: { id: ToolId }) {
  return (
    <>
      <span>{`${texts.toolNames[id]} `}</span>
      <Keys className={styles.key} keys={tools[id].key.toUpperCase()} />
    </>
  );
}
