import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './FullPage.module.css';

type FullPageProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly advice: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
};

/** What stands in place of the editor while that cannot be shown. */
export function FullPage({ icon: Icon, title, advice, children }: FullPageProps) {
  return (
    <main className={styles.page} role="alert">
      <Icon size={40} strokeWidth={1.5} aria-hidden />
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{advice}</p>
      <div className={styles.actions}>{children}</div>
    </main>
  );
}
