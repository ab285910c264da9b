import type { Editor } from '../../store/createEditor.ts';

/** Says that something is as it is, in a notice that leaves by itself. */
export function tell({ session }: Editor, message: string) {
  session.setState({ notice: { tone: 'info', message } });
}
