import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs one of Debian's packages where we may: as root, with apt. Elsewhere does nothing. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  execFileSync('apt-get', ['update'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'inherit' });
}
