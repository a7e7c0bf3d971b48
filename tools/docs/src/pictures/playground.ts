import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPage, fixtureData, signedInSession, startFixtureServer } from '@gatehouse/playground/testing';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { WORKSPACE } from '../workspace';
import { refuseExpiredToken } from './playground-refusal';

interface Shot extends BrowserContextOptions {
  readonly path: string;
  readonly signedIn: boolean;
  /** What is done before the picture is taken. */
  readonly then?: (page: Page) => Promise<void>;
}

/** Tokens have an hour left in every picture. */
const NOW = Date.parse('2026-11-28T12:00:00Z');

const SHOTS: Readonly<Record<string, Shot>> = {
  'playground.png': { path: 'access', signedIn: true, viewport: { width: 1100, height: 730 } },
  'playground-call.png': {
    ...{ path: 'call/api%20GET%20%2Fme', signedIn: true, viewport: { width: 1100, height: 680 } },
    then: refuseExpiredToken,
  },
  'playground-phone.png': {
    ...{ path: 'access', signedIn: false, viewport: { width: 390, height: 760 }, colorScheme: 'dark' },
  },
};

/** The playground's page in a browser, with the data of its fixture. */
export async function drawPlayground(browser: Browser): Promise<Record<string, Buffer>> {
  const built = builtPage();
  const server = await startFixtureServer(built.folder);
  try {
    const pictures: [string, Buffer][] = [];
    for (const [name, shot] of Object.entries(SHOTS)) pictures.push([name, await draw(browser, server.url, shot)]);
    return Object.fromEntries(pictures);
  } finally {
    await server.close();
    built.remove();
  }
}

async function draw(browser: Browser, url: string, { path, signedIn, then, ...options }: Shot): Promise<Buffer> {
  const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
  await page.clock.setFixedTime(NOW);
  const session = JSON.stringify(signedInSession(fixtureData, NOW));
  await page.addInitScript(countedTime);
  if (signedIn) await page.addInitScript((kept) => sessionStorage.setItem('gatehouse.session', kept), session);
  await page.goto(`${url}#/${path}`);
  await page.getByText('Live').waitFor();
  await then?.(page);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** A measured time is the same in every picture. */
function countedTime(): void {
  let calls = 0;
  performance.now = () => (calls += 5);
}

/** What is seen of the page. */
const SHOWN = /^(call|pages|picture|style|ui)\b.*\.(tsx?|css)$/;

/** A hash of what the pictures show: the page's code and style, and the data. */
export function playgroundSources(): Record<string, string> {
  const folder = join(WORKSPACE, 'tools/playground');
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => SHOWN.test(file) && !file.endsWith('.test.ts'))
    .sort();
  const texts = [...files.map((file) => join('src', file)), 'testing/fixture.json'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  const digest = hash('sha256', JSON.stringify([texts, SHOTS]), 'hex');
  return Object.fromEntries(Object.keys(SHOTS).map((name) => [name, digest]));
}
