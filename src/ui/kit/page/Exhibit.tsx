import type { ReactNode } from 'react';
import styles from './Exhibit.module.css';

type ExhibitProps = {
  /** The component's name. */
  readonly name: string;
  readonly children: ReactNode;
};

/** A component with its states below each other. */
export function Exhibit({ name, children }: ExhibitProps) {
  return (
    <section className={styles.exhibit} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      {children}
    </section>
  );
}

type StateProps = { readonly name: string; readonly children: ReactNode };

/** One state of a component, with its name on the left. */
export function State({ name, children }: StateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.stateName}>{name}</p>
      <div className={styles.controls}>{children}</div>
    </div>
  );
}
