/** Whether Cmd is what Ctrl is elsewhere, Option types symbols, and Ctrl with a click is a right click. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
