import { Unplug } from 'lucide-react';
import { useTransition } from 'react';
import { FullPage } from './FullPage.tsx';
import { Button } from './kit/Button.tsx';
import * as texts from './texts/texts.ts';

/** The whole page while the server does not answer. `onRetry` ends when the next attempt has. */
export function ServerUnreachable({ onRetry }: { onRetry(): Promise<void> }) {
  const { title, advice, retry, retrying } = texts.page.serverUnreachable;
  const [isRetrying, startRetry] = useTransition();
  return (
    <FullPage icon={Unplug} title={title} advice={advice}>
      <Button look="primary" size="large" aria-disabled={isRetrying} onClick={() => startRetry(onRetry)}>
        {isRetrying ? retrying : retry}
      </Button>
    </FullPage>
  );
}
