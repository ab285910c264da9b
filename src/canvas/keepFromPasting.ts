/** In milliseconds: the browser pastes within the event, or right after it. */
const pasteMs = 100;

/**
 * On Linux the middle button pastes what is marked somewhere, also where it has just panned: a link there would take the place of
 * the document. To be called when the button is let go.
 */
export function keepFromPasting(event: PointerEvent): void {
  if (event.button !== 1) return;
  const ignored = new AbortController();
  const ignore = (paste: Event) => {
    paste.preventDefault();
    paste.stopImmediatePropagation();
  };
  window.addEventListener('paste', ignore, { capture: true, signal: ignored.signal });
  setTimeout(() => ignored.abort(), pasteMs);
}
