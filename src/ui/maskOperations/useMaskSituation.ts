import { useMemo } from 'react';
import { operands } from '../../model/mask/operations/operands.ts';
import { useDocument, useEditorState } from '../../store/useEditor.ts';
import type { MaskSituation } from './requirements.ts';

/** What an operation would act on now. */
export function useMaskSituation(): MaskSituation {
  const hasImage = useDocument((document) => document.image !== null);
  const regions = useDocument((document) => document.regions);
  const selectedIds = useEditorState((state) => state.selection.regionIds);
  return useMemo(() => {
    const visible = regions.filter((region) => !region.isHidden);
    return { hasImage, visible, subjects: selectedIds.length > 0 ? operands(regions, selectedIds) : visible };
  }, [hasImage, regions, selectedIds]);
}
