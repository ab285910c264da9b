export const topbar = {
  product: 'Upload-paint',
  sandbox: 'Sandbox',
  sandboxMeans:
    'Results are local renderings, not Midjourney’s, and nothing is charged. ' +
    'For the real service start the server with EVOLINK_API_KEY set.',
  signOut: 'Sign out',
  signOutTip: 'Sign out: your work stays in this browser',
  signOutEverywhere: 'Sign out everywhere',
  signOutEverywhereTip: 'Sign out everywhere: ends every session on this server, of all people and browsers',
  showMaskTip: 'The mask as it will be sent, white where it repaints',
  wheelPans: 'Mouse wheel pans',
  wheelPansTip: 'The mouse wheel pans; with Ctrl it zooms',
  wheelZoomsTip: 'The mouse wheel zooms: press to have it pan, and zoom with Ctrl',
  zoomPercent: (percent: number) => `Zoom ${percent} %, go to 100 %`,
};
