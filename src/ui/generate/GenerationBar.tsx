import type { Generation } from '../../store/generations/generation.ts';
import { ProgressBar } from '../kit/ProgressBar.tsx';

type Props = { readonly generation: Generation; readonly label: string; readonly text: string };

/** How far a generation has come. How long uploading and sending take is not known. */
export function GenerationBar({ generation: { phase }, label, text }: Props) {
  const percent = phase.name === 'running' ? phase.task.progress : undefined;
  return <ProgressBar label={label} text={text} percent={percent} isWaiting={phase.name === 'queued'} />;
}
