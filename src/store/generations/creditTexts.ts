/** What failures mean for the credits, and what follows from that for sending again. */
type CreditTexts = {
  readonly notCharged: string;
  readonly maybeCharged: string;
  readonly reserved: string;
  readonly contentRefused: string;
  readonly lookedUp: string;
  readonly lookFirst: string;
};

const live: CreditTexts = {
  notCharged: 'Nothing was charged: no task was created.',
  maybeCharged: 'The service may have received it, and may have charged it. It was not sent a second time.',
  reserved: 'Credits were reserved for this task; the service does not promise to refund them.',
  contentRefused: 'Credits for refused content are not refunded.',
  lookedUp: 'You looked at your account, and took the question back.',
  lookFirst: "Look at your account's usage before you send it again.",
};

const free = 'Nothing is charged in the sandbox.';

const sandbox: CreditTexts = {
  notCharged: `${free} No task was created.`,
  maybeCharged: `${free} It was not sent a second time.`,
  reserved: free,
  contentRefused: free,
  lookedUp: free,
  lookFirst: 'Send it again if you still want it.',
};

export function creditTexts(isSandbox: boolean): CreditTexts {
  return isSandbox ? sandbox : live;
}
