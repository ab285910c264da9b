import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import type { Region } from '../../model/document/region.ts';
import { setRegionHidden } from '../../model/document/regions.ts';
import { vertexCount } from '../../model/geometry/rings/ring.ts';
import { deleteRegion, onDocument, selectRegion } from '../../store/editor/regionChanges.ts';
import { useEditor } from '../../store/useEditor.ts';
import { leaveFocusAfterPointer } from '../kit/focus.ts';
import { IconButton } from '../kit/IconButton.tsx';
import * as texts from '../texts/texts.ts';
import { RegionNameField } from './RegionNameField.tsx';
import styles from './RegionRow.module.css';

type RegionRowProps = { readonly region: Region; readonly isSelected: boolean };

/**
 * One region: its name selects it and, double-clicked or with F2, is changed; the buttons hide and delete it. Of hundreds,
 * only the changed one renders.
 */
export const RegionRow = memo(function RegionRow({ region, isSelected }: RegionRowProps) {
  const editor = useEditor();
  const { id, name, isHidden } = region;
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <li className={styles.row} data-selected={isSelected} data-hidden={isHidden}>
      {isRenaming ? (
        <RegionNameField id={id} name={name} onDone={() => setIsRenaming(false)} />
      ) : (
        <button
          type="button"
          className={styles.name}
          aria-pressed={isSelected}
          onDoubleClick={() => setIsRenaming(true)}
          onKeyDown={(event) => event.key === 'F2' && setIsRenaming(true)}
          onClick={(event) => {
            const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
            editor.transact(selectRegion(id, isAdding));
            leaveFocusAfterPointer(event);
          }}
        >
          <span className={styles.swatch} />
          <span className={styles.text} translate="no">
            {name}
          </span>
          <span className={styles.count}>{texts.regions.vertices(vertexCount(region.rings))}</span>
        </button>
      )}
      <IconButton
        icon={isHidden ? EyeOff : Eye}
        label={isHidden ? texts.regions.show(name) : texts.regions.hide(name)}
        tip={isHidden ? texts.regions.showTip : texts.regions.hideTip}
        size="small"
        onClick={() => editor.transact(onDocument((document) => setRegionHidden(document, id, !isHidden)))}
      />
      <IconButton
        icon={Trash2}
        label={texts.regions.delete(name)}
        tip={texts.regions.deleteTip}
        size="small"
        onClick={() => editor.transact(deleteRegion(id))}
      />
    </li>
  );
});
