import { Composer } from '../composer/Composer.tsx';
import { JsonSection } from '../request/JsonSection.tsx';
import { RequestSection } from '../request/RequestSection.tsx';
import { CanvasSection } from './CanvasSection.tsx';
import { ImageSection } from './ImageSection.tsx';
import styles from './Inspector.module.css';
import { LayoutSection } from './LayoutSection.tsx';
import { RegionsSection } from './RegionsSection.tsx';

/** The document in numbers and lists, and below them what sends it. */
export function Inspector() {
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <div className={styles.sections}>
        <CanvasSection />
        <ImageSection />
        <LayoutSection />
        <RegionsSection />
        <RequestSection />
        <JsonSection />
      </div>
      <Composer />
    </aside>
  );
}
