import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

type SectionProps = {
  readonly title: string;
  /** The region's name where it differs from the title that is shown. */
  readonly name?: string;
  readonly id?: string;
  /** Small controls on the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One titled part of the inspector. Takes the focus when a problem leads to it. */
export function Section({ title, name, id, actions, children }: SectionProps) {
  const titleId = useId();
  return (
    <section
      id={id}
      tabIndex={-1}
      className={styles.section}
      {...(name === undefined ? { 'aria-labelledby': titleId } : { 'aria-label': name })}
    >
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
