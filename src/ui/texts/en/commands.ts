/** What keys do. */
export const commands = {
  openImage: 'Open an image',
  save: 'Download the shown result, or else the mask',
  undo: 'Undo',
  redo: 'Redo',
  delete: 'Delete the selection, or take back the last point',
  selectAll: 'Select all regions',
  duplicate: 'Duplicate the selected regions',
  confirm: 'Close the polygon',
  cancel: 'Cancel, deselect, or go back from a result',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Zoom to fit',
  actualSize: 'Zoom to 100 %',
  showMask: 'Show mask',
  peek: 'Over a result, show the layout while it is held',
  holdPan: 'Pan while it is held',
};
