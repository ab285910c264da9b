import { vi } from 'vitest';

/** Keeps what would be downloaded from now on, instead of bothering the browser with it. */
export function savedFiles() {
  const saved: Promise<{ name: string; text: string }>[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const { download: name, href } = this;
    saved.push(
      fetch(href)
        .then((response) => response.text())
        .then((text) => ({ name, text })),
    );
  });
  return async () => {
    await vi.waitUntil(() => saved.length > 0, { timeout: 10_000 });
    click.mockRestore();
    return Promise.all(saved);
  };
}
