export const stageMenu = {
  title: 'Mask',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  duplicate: 'Duplicate',
  hide: 'Hide',
  delete: 'Delete',
  deleteVertices: 'Delete vertices',
  selectAll: 'Select all',
  /** Of what opens a panel first. */
  opens: (label: string) => `${label}…`,
};
