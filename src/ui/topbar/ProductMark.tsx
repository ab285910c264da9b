import * as texts from '../texts/texts.ts';
import styles from './ProductMark.module.css';

/** The sign and the name of the product. */
export function ProductMark() {
  return (
    <h1 className={styles.mark}>
      <img src="/favicon.svg" width={20} height={20} alt="" />
      <span className={styles.name}>{texts.topbar.product}</span>
    </h1>
  );
}
