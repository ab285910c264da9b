import { Unplug } from 'lucide-react';
import { useTransition } from 'react';
import { Button } from './kit/Button.tsx';
import styles from './ServerUnreachable.module.css';

/** The whole page while the server does not answer. `onRetry` ends when the next attempt has. */
export function ServerUnreachable({ onRetry }: { onRetry(): Promise<void> }) {
  const [isRetrying, startRetry] = useTransition();
  return (
    <main className={styles.page} role="alert">
      <Unplug size={40} strokeWidth={1.5} aria-hidden />
      <h1 className={styles.title}>The editor’s server does not answer</h1>
      <p className={styles.text}>
        Check that it is still running (“npm start”), then try again. Your work is kept in this browser.
      </p>
      <Button look="primary" size="large" aria-disabled={isRetrying} onClick={() => startRetry(onRetry)}>
        {isRetrying ? 'Trying…' : 'Try again'}
      </Button>
    </main>
  );
}
