import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Quiet, offline and able to run as root in a container. */
export const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of an installed Chromium, Chrome or Edge (`CHROMIUM_PATH` first), or null when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = folders.flatMap((folder) => NAMES.flatMap((name) => endings.map((end) => join(folder, name + end))));
  return [...onPath, ...FIXED, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

function tryInstall(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}

/** Finds a browser or installs one: Debian's where apt-get works, Playwright's own elsewhere. Throws a sentence that says what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, but no file is there. Correct or unset it.`);
  if (process.platform === 'linux') {
    console.log('No Chromium found: installing Debian’s with apt-get …');
    tryInstall('apt-get', ['update', '-qq']);
    tryInstall('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  console.log('Installing Playwright’s Chromium …');
  tryInstall(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'The tests need a real browser and none could be found or installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}
