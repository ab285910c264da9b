export const noticeBox = {
  title: 'Notice',
  settingsReplaced: 'Prompt and settings replaced.',
  putMineBack: 'Put mine back',
};
