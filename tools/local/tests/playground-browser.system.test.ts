import { launchBrowser } from '@gatehouse/plan-review/browser';
import { type Browser, type BrowserContextOptions } from 'playwright-core';
import { type Emulator, startEmulator } from '../src/emulator';
import { aRoute } from '../src/gateway/testing/surface';
import { builtPage, servePlayground } from '../src/playground/testing/serve';
import { allOrNone } from '../testing/all-or-none';
import { callByKeyboard } from './playground/by-keyboard';
import { eachPage } from './playground/each-page';
import { ForeignPage } from './playground/foreign-page';
import { inspect } from './playground/inspect';
import { changeTemporaryPassword, signInByEmailCode } from './playground/challenges';
import { openSite, type Site } from './playground/site';
import { PASSWORD, Visit } from './playground/visit';

let emulator: Emulator;
let browser: Browser;
let site: Site;

beforeAll(async () => {
  [emulator, browser] = await allOrNone([startEmulator(), launchBrowser()]);
  site = await openSite(emulator);
  await site.playground.built;
  expect(site.problems).toEqual([]);
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await emulator?.stop();
});

const open = (options?: BrowserContextOptions): Promise<Visit> => Visit.open(browser, site, options);

async function openSignedIn(way: 'Password' | 'SRP'): Promise<Visit> {
  const visit = await open();
  await visit.signIn(way, site.demo.username, site.demo.password);
  await visit.isSignedIn('demo@example.com');
  return visit;
}

describe('a person', () => {
  it('signs up, confirms with the code, and signs in by password, by SRP and by the sign-in page', async () => {
    const visit = await open();
    await visit.signUp('ada@example.com');
    await visit.signIn('Password', 'ada@example.com');
    await visit.isSignedIn('ada@example.com');
    await visit.signOut();
    await visit.signIn('SRP', 'ada@example.com');
    await visit.isSignedIn('ada@example.com');
    await visit.signOut();
    await visit.choose('Sign-in page');
    await visit.press('Open the sign-in page');
    await visit.page.fill('#username', 'ada@example.com');
    await visit.page.fill('#password', PASSWORD);
    await visit.page.click('button[type=submit]');
    await visit.isSignedIn('ada@example.com');
    expect(new URL(visit.page.url()).search).toBe('');
    expect(await visit.call('GET /reports/{id}', 'Access token of ada@example.com')).toContain('200');
    expect(visit.complaints).toEqual([]);
  });

  it('sees what is in the tokens, and gets new ones', async () => {
    const visit = await openSignedIn('Password');
    await visit.go('Tokens');
    const idToken = visit.page.getByRole('region', { name: 'ID token', exact: true });
    await idToken.getByRole('row', { name: /^email demo@example\.com/ }).waitFor();
    const before = await idToken.getByRole('row', { name: /^jti/ }).locator('td code').first().innerText();
    await visit.press('Refresh the tokens');
    await idToken.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  });
});

describe('a second factor', () => {
  it('is set up, and asked for at the next sign-in', async () => {
    const visit = await open();
    await visit.signIn('Password', site.demo.username, site.demo.password);
    await visit.setUpAuthenticator();
    await visit.signOut();

    // A code is good once.
    await visit.page.clock.install({ time: Date.now() + 30_000 });
    await visit.signIn('SRP', site.demo.username, site.demo.password);
    await visit.sees('SOFTWARE_TOKEN_MFA');
    await visit.press('Use the code of now');
    await visit.press('Go on');
    await visit.isSignedIn('demo@example.com');
    await visit.press('Turn it off');
    await visit.sees('No second factor is asked for.');
  });

  it('may be one of two, and a temporary password is changed before', async () => {
    const visit = await open();
    await changeTemporaryPassword(visit, site, 'invited@example.com');
    await visit.setUpAuthenticator();
    await visit.signOut();
    await signInByEmailCode(visit, site, 'invited@example.com');
  });
});

describe('a call', () => {
  it('is let in or refused by what it shows, and the page says why', async () => {
    const visit = await open();
    const nothing = await visit.call('GET /me', 'Nothing');
    expect(nothing).toContain('No token in the header Authorization. The gateway saw: nobody.');
    expect(await visit.call('GET /reports/{id}', 'Access token of machine client machine')).toContain('200: let in');

    await visit.signIn('Password', site.demo.username, site.demo.password);
    await visit.isSignedIn('demo@example.com');
    expect(await visit.call('GET /me', 'ID token of demo@example.com')).toContain('200: let in');
    expect(await visit.call('GET /me', 'A token that expired')).toMatch(/401: refused[^]*expired/);
    const changed = await visit.call('GET /me', 'A token that was changed after it was signed');
    expect(changed).toMatch(/401: refused[^]*signature/i);
    expect(await visit.call('GET /me', 'A token of another user pool')).toContain('401: refused');
    await visit.page.getByRole('region', { name: 'curl' }).getByText('curl -i').waitFor();
  });

  it('as everyone is answered as the access table says', async () => {
    const visit = await openSignedIn('SRP');
    await visit.go('Call');
    for (const route of ['GET /health', 'GET /me', 'GET /reports/{id}', 'GET /prices', 'GET /orders', 'GET /keys']) {
      await visit.page.getByLabel('Route', { exact: true }).selectOption({ label: route });
      await visit.press('Try everyone');
      await visit.page.getByText(/^\d+ tried$/).waitFor();
      const said = await visit.page.locator('td[data-label="By the access table"]').allInnerTexts();

      expect(said.length).toBeGreaterThan(5);
      expect(said.filter((text) => !text.endsWith(', as expected'))).toEqual([]);
    }
  });
});

describe('AWS credentials', () => {
  it('of a guest and of a person open what their roles allow, and the page says what that is', async () => {
    const visit = await open();
    await visit.go('AWS credentials');
    await visit.press('Credentials of a guest');
    await visit.sees('Allows execute-api:Invoke on GET /prices of gatehouse-local-desk, stage local.');
    await visit.press('Check');
    await visit.sees('because no identity-based policy allows the s3:ListAllMyBuckets action');

    const guest = 'AWS credentials of a guest of people';
    expect(await visit.call('GET /prices', guest)).toContain('200: let in');
    expect(await visit.call('GET /orders', guest)).toMatch(/403: refused[^]*is not authorized to perform/);

    await visit.signIn('Password', site.demo.username, site.demo.password);
    await visit.isSignedIn('demo@example.com');
    expect(await visit.call('GET /orders', 'AWS credentials of demo@example.com')).toContain('200: let in');
  });
});

describe('a reload', () => {
  it('is followed by the page: what changed, the new route, the same person', async () => {
    const visit = await openSignedIn('Password');
    const before = site.api();
    await site.reload((api) => ({
      ...api,
      stages: api.stages.map((stage) => ({ ...stage, deploymentId: 'dep2' })),
      routes: [...api.routes, aRoute('GET /status')],
    }));
    try {
      await visit.sees('new GET /status anyone');
      await visit.isSignedIn('demo@example.com');
      expect(await visit.call('GET /status', 'Nothing')).toContain('200');
      expect(await visit.call('GET /me', 'ID token of demo@example.com')).toContain('200: let in');
      await visit.page.reload();
      await visit.isSignedIn('demo@example.com');
      await visit.signOut();
      await visit.signIn('SRP', site.demo.username, site.demo.password);
      await visit.isSignedIn('demo@example.com');
      expect(await visit.call('GET /orders', 'AWS credentials of demo@example.com')).toContain('200: let in');
    } finally {
      await site.reload(() => ({
        ...before,
        stages: before.stages.map((stage) => ({ ...stage, deploymentId: 'dep3' })),
      }));
    }
  });
});

describe('the keyboard alone', () => {
  it('signs in and calls a route', async () => {
    const visit = await open();
    await callByKeyboard(visit, site.demo);
    expect(visit.complaints).toEqual([]);
  });
});

describe.each<[string, BrowserContextOptions]>([
  ['light', { colorScheme: 'light' }],
  ['dark, on a phone', { colorScheme: 'dark', viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }],
])('the pages, %s', (_name, options) => {
  it('have nothing that axe finds, and are no wider than their window', async () => {
    const visit = await open(options);
    await eachPage(visit, site.demo, (name) => inspect(visit.page, name));
    expect(visit.complaints).toEqual([]);
  });
});

describe('a page that is being built', () => {
  it('opens by itself when it is there, with its key', async () => {
    let finish: (folder: string) => void = () => undefined;
    const slow = await servePlayground(() => new Promise((resolve) => (finish = resolve)));
    const page = await (await browser.newContext()).newPage();
    try {
      await page.goto(slow.playground.url);
      await page.getByRole('heading', { name: 'The playground is being built' }).waitFor();
      finish(await builtPage());
      await page.getByRole('heading', { name: 'Page', exact: true }).waitFor();
      expect(page.url()).toBe(slow.playground.url);
    } finally {
      await slow.close();
    }
  });
});

describe('a page of another origin', () => {
  it('gets neither data nor codes, with the key too, and cannot frame the playground', async () => {
    const { origin, url } = site.playground;
    const foreign = await ForeignPage.open(browser);
    const headers = { 'x-gatehouse-key': new URL(url).hash.slice(1) };
    try {
      for (const path of ['/api/data', '/api/codes?username=demo@example.com', '/api/events', '/']) {
        expect([path, await foreign.fetch(`${origin}${path}`)]).toEqual([path, 'blocked']);
        expect([path, await foreign.fetch(`${origin}${path}`, { headers })]).toEqual([path, 'blocked']);
        expect([path, await foreign.fetch(`${origin}${path}`, { mode: 'no-cors' })]).toEqual([path, 'blocked']);
      }
      expect(await foreign.frames(url)).toBe(false);
    } finally {
      foreign.close();
    }
  });
});
