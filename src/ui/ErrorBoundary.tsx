import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { useEditor } from '../store/useEditor.ts';
import { FullPage } from './FullPage.tsx';
import { Button } from './kit/Button.tsx';
import * as texts from './texts/texts.ts';

type Props = { readonly children: ReactNode };
type State = { readonly isBroken: boolean };

/**
 * What is thrown while the page is rendered, by an error of ours or by an extension that moved what React has made, would
 * leave nothing of it. The document is not part of the page, and can be shown again or kept.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <PageBroken onShowAgain={() => this.setState({ isBroken: false })} />;
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
