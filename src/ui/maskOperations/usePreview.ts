import { useEffect, useMemo } from 'react';
import { operandIds } from '../../model/mask/operations/operands.ts';
import { useDocument, useEditor, useSession } from '../../store/useEditor.ts';
import type { AmountOperation } from './amountOperations.ts';
import { useMaskSituation } from './useMaskSituation.ts';

type Trial = { readonly note: string; readonly isChange: boolean };

/**
 * Shows on the stage what the operation would make of the document, and returns what is worth knowing of it. Calls
 * `onMoot` once there is nothing to try it on.
 */
export function usePreview(operation: AmountOperation, amount: number, onMoot: () => void): Trial {
  const { session } = useEditor();
  const document = useDocument((current) => current);
  const selectedIds = useSession(({ selection }) => selection.regionIds);
  const isMoot = operation.requires(useMaskSituation()) !== null;
  const { document: preview, note } = useMemo(
    () => operation.apply(document, operandIds(document, selectedIds), amount),
    [operation, document, selectedIds, amount],
  );

  useEffect(() => session.setState({ preview }), [session, preview]);
  useEffect(() => () => session.setState({ preview: null }), [session]);
  useEffect(() => {
    if (isMoot) onMoot();
  }, [isMoot, onMoot]);

  return { note, isChange: preview !== document };
}
