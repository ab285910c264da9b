import { useMemo } from 'react';
import type { Region } from '../../model/document/region.ts';
import { signedArea } from '../../model/geometry/polygon.ts';
import { operands } from '../../model/mask/operations/operands.ts';
import { useDocument, useEditorState } from '../../store/useEditor.ts';
import * as lateTexts from '../texts/lateTexts.ts';

/** What an operation would act on. */
export type MaskSituation = {
  readonly hasImage: boolean;
  /** All that is masked. */
  readonly visible: readonly Region[];
  /** Of these the selected ones, or with none selected all. */
  readonly subjects: readonly Region[];
};

/** Why something cannot be done to the mask as it is; null where it can. */
export type Requirement = (situation: MaskSituation) => string | null;

export const hasImage: Requirement = (situation) =>
  situation.hasImage ? null : lateTexts.maskObstacles.noImage;

export const hasAny: Requirement = ({ subjects }) =>
  subjects.length > 0 ? null : lateTexts.maskObstacles.nothingMasked;

export const hasVisible: Requirement = ({ visible }) =>
  visible.length > 0 ? null : lateTexts.maskObstacles.nothingMasked;

export const hasMany: Requirement = ({ visible }) =>
  visible.length > 1 ? null : lateTexts.maskObstacles.oneRegion;

/** One region alone has nothing to be combined with, and the others are not meant. */
export const hasSeveral: Requirement = (situation) =>
  hasMany(situation) ?? (situation.subjects.length > 1 ? null : lateTexts.maskObstacles.oneSelected);

export const hasHoles: Requirement = (situation) =>
  hasAny(situation) ??
  (situation.subjects.some(({ rings }) => rings.some(isHole)) ? null : lateTexts.maskObstacles.noHole);

export const hasParts: Requirement = (situation) =>
  hasAny(situation) ?? (situation.subjects.some(isInParts) ? null : lateTexts.maskObstacles.oneParts);

function isInParts({ rings }: Region): boolean {
  return rings.filter((ring) => !isHole(ring)).length > 1;
}

function isHole(ring: Region['rings'][number]): boolean {
  return signedArea(ring) < 0;
}

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
