import { useDocument } from '../../store/useEditor.ts';
import { Section } from '../controls/Section.tsx';
import { ExtendForm } from './ExtendForm.tsx';
import { PlacementButtons } from './PlacementButtons.tsx';
import { PlacementFields } from './PlacementFields.tsx';

/** Where the photograph lies on the canvas, and how far the canvas reaches beyond it. */
export function ImageSection() {
  const hasImage = useDocument((document) => document.image !== null);
  return (
    <Section title="Image">
      <PlacementFields />
      <PlacementButtons isDisabled={!hasImage} />
      <ExtendForm isDisabled={!hasImage} />
    </Section>
  );
}
