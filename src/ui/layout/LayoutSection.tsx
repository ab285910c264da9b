import { useDeferredValue, useMemo } from 'react';
import { layoutOf } from '../../model/request/layout.ts';
import { useTriedDocument } from '../../store/useEditor.ts';
import { Section } from '../kit/Section.tsx';
import * as texts from '../texts/texts.ts';
import { CoverageLegend } from './CoverageLegend.tsx';
import { MarginList } from './MarginList.tsx';

/**
 * What becomes of the canvas: how much is kept, repainted and generated, also by what is tried out. Counted after the canvas
 * has been drawn.
 */
export function LayoutSection() {
  const document = useDeferredValue(useTriedDocument());
  const layout = useMemo(() => layoutOf(document), [document]);
  return (
    <Section title={texts.layout.title}>
      <CoverageLegend shares={layout.shares} />
      <MarginList margins={layout.margins} overhang={layout.overhang} />
    </Section>
  );
}
