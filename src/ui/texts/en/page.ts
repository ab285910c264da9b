/** What belongs to the page as a whole. */
export const page = {
  stage: 'Canvas',
  inspector: 'Inspector',
  serverUnreachable: {
    title: 'The editor’s server does not answer',
    advice:
      'Check that it is still running (“npm start”), then try again. Your work is kept in this browser.',
    retry: 'Try again',
    retrying: 'Trying…',
  },
};
