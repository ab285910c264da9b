import type { Editor } from '../../store/createEditor.ts';
import { withProblem } from '../../store/editor/editorState.ts';
import { useEditor } from '../../store/useEditor.ts';
import * as texts from '../texts/texts.ts';
import styles from './Samples.module.css';

/** Photographs to begin with, each with an idea of what to try. */
export function Samples() {
  return (
    <ul className={styles.samples}>
      {samples.map((sample) => (
        <li key={sample.file}>
          <SampleCard sample={sample} />
        </li>
      ))}
    </ul>
  );
}

function SampleCard({ sample }: { sample: Sample }) {
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

/** A photograph that ships with the editor, and what it is good for trying. */
type Sample = {
  readonly id: keyof typeof texts.start.samples;
  readonly file: string;
};

const samples: readonly Sample[] = [
  { id: 'chelsea', file: 'chelsea.png' },
  { id: 'coffee', file: 'coffee.png' },
  { id: 'rocket', file: 'rocket.jpg' },
];

function sampleUrl({ file }: Sample): string {
  return `${import.meta.env.BASE_URL}samples/${file}`;
}

/** Throws where the server cannot be reached. */
async function fetchSample(sample: Sample): Promise<File> {
  const response = await fetch(sampleUrl(sample));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const blob = await response.blob();
  return new File([blob], sample.file, { type: blob.type });
}
