import { useDocument } from '../../store/useEditor.ts';
import { ExtendForm } from '../canvasSize/ExtendForm.tsx';
import { Section } from '../kit/Section.tsx';
import * as texts from '../texts/texts.ts';
import { PlacementButtons } from './PlacementButtons.tsx';
import { PlacementFields } from './PlacementFields.tsx';

/** Where the photograph lies on the canvas, and how far the canvas reaches beyond it. */
export function ImageSection() {
  const hasImage = useDocument((document) => document.image !== null);
  return (
    <Section title={texts.placement.title}>
      <PlacementFields />
      <PlacementButtons isDisabled={!hasImage} />
      <ExtendForm isDisabled={!hasImage} />
    </Section>
  );
}
