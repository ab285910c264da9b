import { CanvasStage } from '../canvas/CanvasStage.tsx';
import { useDocument } from '../store/useEditor.ts';
import styles from './App.module.css';
import { Inspector } from './inspector/Inspector.tsx';
import { ClipboardInput } from './keyboard/ClipboardInput.tsx';
import { useKeyboard } from './keyboard/useKeyboard.ts';
import {
  ComparisonBar,
  ComparisonOverlay,
  MaskDialogs,
  ResultsBar,
  ResultsDrawer,
  Tips,
} from './lazyParts.tsx';
import { Notice } from './notice/Notice.tsx';
import { useNotifications } from './results/useNotifications.ts';
import { StageMenuArea } from './stageMenu/StageMenuArea.tsx';
import { DropTarget } from './start/DropTarget.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { StatusLine } from './statusLine/StatusLine.tsx';
import * as texts from './texts/texts.ts';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { ToolOptionsBar } from './toolOptions/ToolOptionsBar.tsx';
import { TopBar } from './topbar/TopBar.tsx';

/** The whole page: bar above, tools left, inspector right, and the stage as large as the rest allows. */
export function App() {
  useKeyboard();
  useNotifications();
  const hasImage = useDocument((document) => document.image !== null);
  return (
    <>
      <div className={styles.app}>
        <TopBar />
        <main className={styles.work}>
          <Toolbar />
          <ToolOptionsBar />
          <ComparisonBar />
          <ResultsDrawer />
          <div className={styles.stage}>
            <StageMenuArea>
              <CanvasStage label={texts.page.stage} />
            </StageMenuArea>
            {!hasImage && <StartScreen />}
            <ComparisonOverlay />
            <Notice />
          </div>
          <ResultsBar />
        </main>
        <StatusLine />
        <Inspector />
      </div>
      <MaskDialogs />
      <DropTarget />
      <ClipboardInput />
      <Tips />
    </>
  );
}
