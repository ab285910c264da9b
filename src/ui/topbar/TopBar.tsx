import { FlaskConical } from 'lucide-react';
import { Suspense } from 'react';
import { withInfo } from '../../store/editor/editorState.ts';
import { useDocument, useEditor } from '../../store/useEditor.ts';
import { Tip } from '../kit/Tip.tsx';
import { latePart } from '../latePart.tsx';
import { ResultsButton } from '../results/ResultsButton.tsx';
import { OpenImageButton } from '../start/OpenImageButton.tsx';
import * as texts from '../texts/texts.ts';
import { HistoryButtons } from './HistoryButtons.tsx';
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
      <SignOut />
    </header>
  );
}

const SignOutButtons = latePart(() => import('./SignOutButtons.tsx').then((file) => file.SignOutButtons));

/** Where people sign in. */
function SignOut() {
  const { needsSignIn } = useEditor().config;
  return <Suspense>{needsSignIn && <SignOutButtons />}</Suspense>;
}

/** The sign and the name of the product. */
function ProductMark() {
  return (
    <h1 className={styles.mark}>
      <img src={`${import.meta.env.BASE_URL}favicon.svg`} width={20} height={20} alt="" />
      <span className={styles.product}>{texts.topbar.product}</span>
    </h1>
  );
}

/** The photograph's name and its own size. */
function DocumentTitle() {
  const image = useDocument((document) => document.image);
  return (
    <p className={styles.title}>
      {image && (
        <>
          <span className={styles.file} title={image.name} translate="no">
            {image.name}
          </span>
          <span className={styles.size} translate="no">
            {`${image.width} × ${image.height} px`}
          </span>
        </>
      )}
    </p>
  );
}

/** Says that no real service stands behind Generate. */
function SandboxBadge() {
  const editor = useEditor();
  if (editor.config.mode === 'live') return null;
  return (
    <Tip text={texts.topbar.sandboxMeans}>
      <button
        type="button"
        className={styles.badge}
        onClick={() => editor.transact(withInfo({ code: 'sandboxMeans' }), 'atOnce')}
      >
        <FlaskConical size={14} aria-hidden />
        <span>{texts.topbar.sandbox}</span>
      </button>
    </Tip>
  );
}
