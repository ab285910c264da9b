/** The sentences of what is loaded when it is asked for, apart so that they are loaded with it; see `texts.ts`. */
export { amountPanel } from './en/amountPanel.ts';
export { compare, keptArea } from './en/compare.ts';
export { failureTexts } from './en/failures.ts';
export { failureActions, generations, missingReasons } from './en/generations.ts';
export { layout } from './en/layout.ts';
export { maskExport, maskImport } from './en/maskFiles.ts';
export { maskObstacles, maskOperations } from './en/maskOperations.ts';
export { pastedPicture } from './en/pastedPicture.ts';
export { callbackUrlFaults } from './en/problems.ts';
export { request } from './en/request.ts';
export { about, generationCard, resultsPanel } from './en/resultsPanel.ts';
export { alteredPhoto, sentPhoto } from './en/sentPhoto.ts';
export { stageMenu } from './en/stageMenu.ts';
