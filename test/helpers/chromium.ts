import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installDebianPackage } from './debianPackage.ts';

/**
 * Where distributions and vendors put it; `CHROMIUM_PATH` comes first. Debian's headless shell is the same engine without a
 * window: a page in it takes a quarter less of the processor, as it starts no process ahead for the next one.
 */
const usualPlaces = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium; installs Debian's with apt where there is none and we may, else throws saying what to do. */
export function findChromium(): string {
  return installedChromium() ?? installChromium();
}

function installedChromium(): string | undefined {
  return [...usualPlaces, chromium.executablePath()].find((path) => path !== undefined && existsSync(path));
}

function installChromium(): string {
  installDebianPackage('chromium-headless-shell');
  const path = installedChromium();
  if (path === undefined) {
    throw new Error(
      'The tests need a Chromium and found none. Install one (Debian: "sudo apt-get install chromium-headless-shell"; elsewhere: ' +
        '"npx playwright install chromium"), or set CHROMIUM_PATH to the one you have.',
    );
  }
  return path;
}
