import type { ServiceFilter, StateFilter } from '../../results/panel/resultFilter.ts';

const states: Readonly<Record<StateFilter, string>> = {
  all: 'Any state',
  completed: 'Completed',
  failed: 'Failed',
  underWay: 'Under way',
};

const services: Readonly<Record<ServiceFilter, string>> = {
  all: 'Sandbox and live',
  sandbox: 'Sandbox',
  live: 'Live',
};

/** The panel of all generations. */
export const resultsPanel = {
  title: 'Results',
  count: (listed: number, all: number) => (listed === all ? `${all}` : `${listed} of ${all}`),
  downloadAll: 'Download all results',
  downloadListedTip: 'Download what is listed, as one zip',
  downloadAllTip: 'Download everything as one zip',
  close: 'Close results',
  showMore: (count: number) => `Show ${count} more`,
  nothingFits: 'Nothing here fits the filter.',
  showAll: 'Show all',
  nothingYet: 'Nothing has been generated yet.',
  howToBegin: 'Place a photograph, mark what is to be painted, and press Generate.',
  search: 'Search prompts',
  state: 'State',
  states,
  service: 'Service',
  services,
  notify: 'Notify when done',
  notifyTips: {
    on: 'A notification tells when something ends while you are elsewhere',
    off: 'Notify me when something ends while I am elsewhere',
    blocked: 'This browser blocks notifications: allow them in its settings for this page',
  },
  storageFull: 'Storage full',
  noRoom: 'This browser has no room left',
  unsaved: (size: string, canDelete: boolean) =>
    `New results (${size}) are only in this page. Download them` +
    (canDelete ? ', or delete older ones: the new are then saved by themselves.' : '.'),
  frees: (when: string, size: string) => `${when} · frees ${size}`,
  deleteThatOf: (when: string) => `Delete that of ${when}`,
};

/** A generation in the panel. */
export const generationCard = {
  whole: 'Whole prompt',
  less: 'Less',
  madeFrom: (number: number, when: string) => `Made from result ${number} of ${when}`,
  madeFromDeleted: 'Made from a result that was deleted',
  facts: 'Facts',
  canvas: 'Canvas',
  model: 'Model',
  speed: 'Speed',
  duration: 'Duration',
  credits: 'Credits reserved',
  creditsReserved: (count: number) => (count === 1 ? '1 credit reserved' : `${count} credits reserved`),
  free: 'Sandbox: free',
  imagesOf: (when: string) => `Images of ${when}`,
  show: (number: number) => `Show result ${number}`,
  notSaved: 'Not saved',
  notSavedMeans: 'What is marked “Not saved” is only in this page: download it before you leave.',
  useAsBase: 'Use as base',
  useResultAsBase: (number: number) => `Use as base: result ${number}`,
  reopen: 'Reopen',
  downloadAll: (when: string) => `Download all of ${when}`,
  downloadAllTip: 'Download all as one zip, with the request',
  delete: 'Delete',
  deleteQuestion: 'Delete for good?',
  deleteShown: 'Delete this generation and all its images?',
  deleteForGood: 'Delete for good',
  keep: 'Keep',
  losesRecord: 'Its record goes; it has no images.',
  losesImages: (images: string, size: string) => `${images} that may be nowhere else, ${size}.`,
};

/** What a downloaded folder says of its generation. */
export const about = {
  sent: 'Sent',
  outcome: 'Outcome',
  service: 'Service',
  sandbox: 'Sandbox: local renderings, not Midjourney’s',
  live: 'Live',
  photograph: 'Photograph',
  task: 'Task',
  madeFrom: 'Made from',
  result: (number: number, generationId: string) => `result ${number} of generation ${generationId}`,
  generation: 'Generation',
  files: 'Files',
  none: 'none',
  failed: 'failed',
  unknown: 'not known',
  underWay: 'under way',
  completed: (images: string) => `completed, ${images}`,
  notFetched: (count: number, hours: number) =>
    `; ${count} not fetched, the service keeps them for ${hours} hours`,
};
