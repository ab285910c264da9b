import type { DocumentWithSelection } from '../selection.ts';

/** The visible region next to those selected, in the order of the list; undefined past either end of it. */
export function neighbourRegion(
  { document, selection }: DocumentWithSelection,
  side: 'before' | 'after',
): string | undefined {
  const ids = document.regions.filter((region) => !region.isHidden).map((region) => region.id);
  const selected = ids.flatMap((id, index) => (selection.regionIds.includes(id) ? index : []));
  const index = side === 'after' ? (selected.at(-1) ?? -1) + 1 : (selected[0] ?? ids.length) - 1;
  return ids[index];
}
