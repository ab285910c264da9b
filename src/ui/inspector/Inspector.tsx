import { CanvasSection } from '../canvasSize/CanvasSection.tsx';
import { Composer } from '../generate/Composer.tsx';
import { JsonPart, LayoutPart, RequestPart } from '../lazyParts.tsx';
import { ImageSection } from '../placement/ImageSection.tsx';
import { RegionsSection } from '../regions/RegionsSection.tsx';
import * as texts from '../texts/texts.ts';
import styles from './Inspector.module.css';

/** The document in numbers and lists, and below them what sends it. */
export function Inspector() {
  return (
    <aside className={styles.inspector} aria-label={texts.page.inspector}>
      <div className={styles.sections}>
        <CanvasSection />
        <ImageSection />
        <LayoutPart />
        <RegionsSection />
        <RequestPart />
        <JsonPart />
      </div>
      <Composer />
    </aside>
  );
}
