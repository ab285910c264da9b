export const generate = {
  prompt: 'Prompt',
  promptPlaceholder: 'What should be painted?',
  promptCount: (length: number, lengthMax: number) =>
    `${length.toLocaleString('en')} of ${lengthMax.toLocaleString('en')}`,
  problems: 'Problems',
  ready: 'Ready to send',
  stops: 'Stops',
  warns: 'Warns',
  goToField: 'Go to field',
  generate: 'Generate',
  charge: {
    live: 'Each click is charged and not refunded.',
    sandbox: 'Sandbox: free, results are local renderings.',
  },
  /** Where as many as can be worked on at once are under way. */
  queued: {
    live: (atOnce: number) => `Queued: sent and charged when ${turn(atOnce)} ended.`,
    sandbox: (atOnce: number) => `Queued: starts when ${turn(atOnce)} ended.`,
  },
  progress: 'Generation progress',
  others: (count: number) => `and ${count} more`,
};

function turn(atOnce: number): string {
  return atOnce === 1 ? 'the one running has' : `one of ${atOnce} has`;
}

/** What a generation under way is doing. */
export const progress = {
  queued: 'Waiting for its turn…',
  preparing: 'Preparing…',
  uploading: 'Uploading…',
  sending: 'Sending…',
  repeating: 'The answer was lost. Asking the server what came of it; it is not paid twice…',
  running: 'Working…',
  unreachable: 'Working… The server is out of reach, still asking',
  overdue: 'Working… longer than estimated',
  secondsLeft: (seconds: number) => `Working… about ${seconds} s left`,
  minutesLeft: (minutes: number) => `Working… about ${minutes} min left`,
};
