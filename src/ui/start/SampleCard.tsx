import type { Editor } from '../../store/createEditor.ts';
import { withProblem } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './SampleCard.module.css';
import { fetchSample, type Sample, sampleUrl } from './samples.ts';

export function SampleCard({ sample }: { sample: Sample }) {
  const editor = useEditor();
  const { title, idea } = texts.start.samples[sample.id];
  return (
    <button type="button" className={styles.card} onClick={() => void openSample(editor, sample)}>
      <img className={styles.picture} src={sampleUrl(sample)} alt="" draggable={false} />
      <span className={styles.title}>{title}</span>
      <span className={styles.idea}>{idea}</span>
    </button>
  );
}

async function openSample(editor: Editor, sample: Sample): Promise<void> {
  const file = await fetchSample(sample).catch(() => undefined);
  if (file) return editor.images.openImage(file);
  editor.transact(withProblem({ code: 'sampleNotFetched' }), 'atOnce');
}
