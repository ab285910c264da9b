import { type ComponentType, Suspense } from 'react';
import { useEditorState } from '../../store/useEditor.ts';
import { tools } from '../../tools/registry.ts';
import type { OptionGroup } from '../../tools/toolOptions.ts';
import { latePart } from '../latePart.tsx';
import * as texts from '../texts/texts.ts';
import { toolIcons } from '../toolbar/Toolbar.tsx';
import { CloseButton } from './CloseButton.tsx';
import { MaskModeChoice } from './MaskModeChoice.tsx';
import styles from './ToolOptionsBar.module.css';

const groups: Readonly<Record<OptionGroup, ComponentType>> = {
  mode: MaskModeChoice,
  brush: latePart(() => import('./BrushOptions.tsx').then((file) => file.BrushOptions)),
  wand: latePart(() => import('./WandOptions.tsx').then((file) => file.WandOptions)),
};

/** The picked tool's name and options. Always there, so that nothing moves when the tool changes. */
export function ToolOptionsBar() {
  const id = useEditorState((state) => state.tool.id);
  const isResultShown = useEditorState((state) => state.shownResult !== null);
  const Icon = toolIcons[id];
  const optionGroups: readonly OptionGroup[] = tools[id].optionGroups;
  return (
    <section className={styles.bar} aria-label={texts.toolOptions.title} inert={isResultShown}>
      <h2 className={styles.name}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{texts.toolNames[id]}</span>
      </h2>
      {optionGroups.map((group) => {
        const Group = groups[group];
        return (
          <div key={group} className={styles.group}>
            <Suspense>
              <Group />
            </Suspense>
          </div>
        );
      })}
      <CloseButton />
    </section>
  );
}
