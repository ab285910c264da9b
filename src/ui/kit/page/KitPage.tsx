import { TipLayer } from '../TipLayer.tsx';
import { ButtonExhibit, IconButtonExhibit } from './buttons.tsx';
import { ChoiceExhibits } from './choices.tsx';
import { FieldExhibits } from './fields.tsx';
import styles from './KitPage.module.css';
import { LayerExhibits } from './layers.tsx';
import { KeysExhibit, MessageExhibits } from './messages.tsx';

/** Every control of the kit in every state, without the product around it. In development at /kit.html. */
export function KitPage() {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Kit</h1>
      <div className={styles.exhibits}>
        <ButtonExhibit />
        <IconButtonExhibit />
        <FieldExhibits />
        <ChoiceExhibits />
        <MessageExhibits />
        <LayerExhibits />
        <KeysExhibit />
      </div>
      <TipLayer />
    </main>
  );
}
