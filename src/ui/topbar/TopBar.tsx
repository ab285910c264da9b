import { ResultsButton } from '../results/ResultsButton.tsx';
import { OpenImageButton } from '../start/OpenImageButton.tsx';
import { DocumentTitle } from './DocumentTitle.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';
import { ProductMark } from './ProductMark.tsx';
import { SandboxBadge } from './SandboxBadge.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import styles from './TopBar.module.css';
import { ViewButtons } from './ViewButtons.tsx';

/** What concerns the whole document: its name, its history and how it is seen. */
export function TopBar() {
  return (
    <header className={styles.topbar}>
      <ProductMark />
      <OpenImageButton />
      <HistoryButtons />
      <DocumentTitle />
      <SandboxBadge />
      <ResultsButton />
      <ViewButtons />
      <SignOutButton />
    </header>
  );
}
