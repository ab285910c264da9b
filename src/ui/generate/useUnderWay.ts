import { isUnderWay } from '../../store/generations/generation.ts';
import { useEditor, useGenerations } from '../../store/useEditor.ts';

/** The generations that this server's service is still to finish, the one sent first in front. */
export function useUnderWay() {
  const { config } = useEditor();
  const generations = useGenerations((state) => state.generations);
  const isSandbox = config.mode === 'sandbox';
  return generations.filter((each) => isUnderWay(each) && each.isSandbox === isSandbox).reverse();
}
