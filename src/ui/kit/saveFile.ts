/** Offers `blob` as a download called `name`. */
export function saveFile(blob: Blob, name: string) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  // The browser has taken hold of the bytes by the next task; revoking within this one cancels the download in some.
  setTimeout(() => URL.revokeObjectURL(anchor.href));
}

/** The file's name without its extension, to name what is made of it. */
export function fileStem(name: string): string {
  return name.replace(/\.\w{1,5}$/, '') || 'image';
}
