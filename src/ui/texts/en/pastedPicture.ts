/** A picture that came with text on the clipboard. */
export const pastedPicture = {
  title: 'Open this picture?',
  opens: 'The clipboard holds text, and a picture of it.',
  replaces:
    'The clipboard holds text, and a picture of it. Opened, the picture takes the place of your photo; undo brings that back.',
  open: 'Open picture',
  cancel: 'Cancel',
};
