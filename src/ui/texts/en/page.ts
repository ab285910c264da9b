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
  tooOld: {
    title: 'This browser cannot show the editor',
    advice: (missing: string) =>
      `It lacks ${missing}. Update it, or use a current Chrome, Edge, Firefox or Safari. What you have done here before is kept.`,
  },
  broken: {
    title: 'The editor had to stop',
    kept:
      'Something went wrong in the page. Your work is kept in this browser, and what you have sent goes on and is not paid twice. ' +
      'Reload the page to go on. If it happens again, turn off what translates or changes the page.',
    notKept:
      'Something went wrong in the page, and this browser could not keep all of your work. ' +
      'A reload would lose it: show the page again instead, and download what you want to keep.',
    reload: 'Reload',
    showAgain: 'Show the page again',
  },
};
