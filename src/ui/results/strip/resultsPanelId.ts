/** The panel is loaded late; the buttons that open it are there before, and take the focus back from it. */
export const resultsPanelId = 'results-panel';
export const resultsButtonId = 'results-button';
