import { CircleAlert } from 'lucide-react';
import { FullPage } from './FullPage.tsx';
import * as texts from './texts/texts.ts';

/** The whole page in a browser that lacks what the editor cannot do without. */
export function BrowserTooOld({ missing }: { missing: readonly string[] }) {
  const { title, advice } = texts.page.tooOld;
  return <FullPage icon={CircleAlert} title={title} advice={advice(missing.join(', '))} />;
}
