import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getChromePath } from 'chrome-launcher';
import envPaths from 'env-paths';
import { chromium, type Browser } from 'playwright-core';
import { devDependencies } from '../package.json';

/** Nothing of these is needed, and each connection would fail on a machine without a network. */
const OFFLINE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * A headless Chrome or Chromium: the one at `CHROME_PATH` or where the system has it, else one that comes from npm
 * (Linux on x64), else the one that Playwright downloads.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', ...OFFLINE];
  const executablePath = installedChrome();
  if (executablePath !== undefined) return chromium.launch({ executablePath, args });
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = unpackedChromium();
    const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    const env = { ...process.env, LD_LIBRARY_PATH: libraries };
    return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
  }
  // Does nothing when it is there already.
  playwright('install', 'chromium-headless-shell');
  return chromium.launch({ args });
}

function installedChrome(): string | undefined {
  try {
    return getChromePath();
  } catch {
    return undefined;
  }
}

/** Unpacked once per version into the user's cache; of several processes that begin at once, the first one wins. */
function unpackedChromium(): string {
  const { cache } = envPaths('gatehouse', { suffix: '' });
  const folder = join(cache, `chromium-${devDependencies['@sparticuz/chromium']}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(`${folder}.`);
  // It unpacks to the temporary folder, and its libraries only where it takes the machine for AWS Lambda.
  execFileSync(process.execPath, ['-e', 'require("@sparticuz/chromium").executablePath()'], {
    cwd: __dirname,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function playwright(...args: string[]): void {
  const cli = join(require.resolve('playwright-core/package.json'), '../cli.js');
  execFileSync(process.execPath, [cli, ...args], { stdio: 'inherit' });
}
