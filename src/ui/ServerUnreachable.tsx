import { Unplug } from 'lucide-react';
import { useTransition } from 'react';
import { Button } from './kit/Button.tsx';
import styles from './ServerUnreachable.module.css';
import * as texts from './texts/texts.ts';

/** The whole page while the server does not answer. `onRetry` ends when the next attempt has. */
export function ServerUnreachable({ onRetry }: { onRetry(): Promise<void> }) {
  const { title, advice, retry, retrying } = texts.page.serverUnreachable;
  const [isRetrying, startRetry] = useTransition();
  return (
    <main className={styles.page} role="alert">
      <Unplug size={40} strokeWidth={1.5} aria-hidden />
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{advice}</p>
      <Button look="primary" size="large" aria-disabled={isRetrying} onClick={() => startRetry(onRetry)}>
        {isRetrying ? retrying : retry}
      </Button>
    </main>
  );
}
