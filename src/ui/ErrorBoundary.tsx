import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { useEditor } from '../store/useEditor.ts';
import { FullPage } from './FullPage.tsx';
import { Button } from './kit/Button.tsx';
import * as texts from './texts/texts.ts';

type BoundaryProps = { readonly children: ReactNode; onShowAgain(): void };
type BoundaryState = { readonly isBroken: boolean };

/**
 * What is thrown while the page is rendered, by an error of ours or by an extension that moved what React has made, would
 * leave nothing of it. The document is not part of the page, and can be shown again or kept.
 */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <Boundary key={attempt} onShowAgain={() => setAttempt(attempt + 1)}>
      {children}
    </Boundary>
  );
}

/** React asks for a class here: https://react.dev/reference/react/Component#catching-rendering-errors-with-an-error-boundary */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { isBroken: false };

  static getDerivedStateFromError(): BoundaryState {
    return { isBroken: true };
  }

  override render() {
    const { children, onShowAgain } = this.props;
    return this.state.isBroken ? <PageBroken onShowAgain={onShowAgain} /> : children;
  }
}

/** Leads to a reload once all is kept; else to the page as it was, which still has what a reload would lose. */
function PageBroken({ onShowAgain }: { onShowAgain(): void }) {
  const editor = useEditor();
  const [isLossAhead, setIsLossAhead] = useState(false);
  useEffect(() => {
    editor
      .flush()
      .catch(() => undefined)
      .then(() => setIsLossAhead(editor.isLossAhead()));
  }, [editor]);
  const { title, kept, notKept, reload, showAgain } = texts.page.broken;
  return (
    <FullPage icon={CircleAlert} title={title} advice={isLossAhead ? notKept : kept}>
      <Button look={isLossAhead ? 'plain' : 'primary'} size="large" onClick={() => location.reload()}>
        {reload}
      </Button>
      <Button look={isLossAhead ? 'primary' : 'plain'} size="large" onClick={onShowAgain}>
        {showAgain}
      </Button>
    </FullPage>
  );
}
