export const statusLine = {
  resultShown: 'A result is shown. Hold C to see the layout; a tool or Esc leads back to it.',
};
