import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '@gatehouse/plan-review/browser';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { builtPage, type BuiltPage, fixtureData, type FixtureServer, signedInSession } from '../testing';
import { startFixtureServer, withRoutes } from '../testing';
import { answerCognito, authenticationResult } from './page/answer-cognito';
import { hasVisibleFocus, textsOutside } from './page/in-browser';

const PAGES = ['access', 'person', 'tokens', 'call/api%20POST%20%2Freports', 'credentials', 'clients'];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let built: BuiltPage;
let server: FixtureServer;
let browser: Browser;
let errors: string[];

beforeAll(async () => {
  built = builtPage();
  [server, browser] = await Promise.all([startFixtureServer(built.folder), launchBrowser()]);
});

beforeEach(() => {
  errors = [];
  server.serve(fixtureData);
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser?.close();
  await server?.close();
  built?.remove();
});

async function open(
  path: string,
  { signedIn = false, ...options }: BrowserContextOptions & { signedIn?: boolean } = {},
) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  const session = JSON.stringify(signedInSession(fixtureData));
  if (signedIn) await page.addInitScript((kept) => sessionStorage.setItem('gatehouse.session', kept), session);
  await page.goto(`${server.url}#/${path}`);
  await page.waitForSelector('.panel');
  return page;
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}#/${path}`);
  await page.waitForSelector(`nav [aria-current][href="#/${path.replace(/\/.*/, '')}"]`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

it('is small, and runs under a policy that allows nothing inline and nothing of another origin', async () => {
  const assets = readdirSync(join(built.folder, 'assets')).map((name) =>
    readFileSync(join(built.folder, 'assets', name)),
  );
  await open('access');

  expect(assets.reduce((sum, asset) => sum + gzipSync(asset).length, 0)).toBeLessThan(200_000);
  expect(errors).toEqual([]);
});

// Who is signed in, and a real environment: tools/local/tests/playground-browser.
it('axe finds nothing on any page in the dark, with no one signed in', async () => {
  const page = await open('access', { colorScheme: 'dark' });
  for (const path of PAGES) {
    await goTo(page, path);
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect([path, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([path, []]);
  }
});

describe('on a phone', () => {
  it.each([true, false])('nothing is wider than the screen, signed in: %s', async (signedIn) => {
    const page = await open('access', { viewport: { width: 320, height: 640 }, signedIn });
    for (const path of PAGES) {
      await goTo(page, path);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    }
  });
});

describe('the picture', () => {
  it.each([
    [1, 320],
    [6, 320],
    [200, 320],
    [1, 1280],
    [200, 1280],
  ])('keeps the text of %s routes in its boxes, on a screen of %s px', async (count, width) => {
    server.serve(withRoutes(fixtureData, count));
    const page = await open('access', { viewport: { width, height: 800 } });
    await page.waitForFunction((expected) => document.querySelectorAll('.picture .route').length === expected, count);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(textsOutside)).toEqual([]);
  });

  it('filters, and is a table too', async () => {
    const page = await open('access');
    await page.getByLabel('Filter').fill('reports write');
    await page.getByText('1 of 6 routes').waitFor();
    expect(await page.locator('.picture .route').count()).toBe(1);

    await page.getByRole('radio', { name: 'Table' }).check();
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('reports/write')]);
  });
});

describe('by keyboard alone', () => {
  it('leads past the header, to the caller, and to the call of a route', async () => {
    const page = await open('access');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    for (let press = 0; press < 20 && !(await focused(page)).startsWith('Anyone'); press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.locator('.principal.anyone[aria-pressed=true]').waitFor();
    expect(await page.locator('.group.dim').count()).toBe(4);

    for (let press = 0; press < 20 && !(await focused(page)).startsWith('GET /health'); press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(await page.getByLabel('Route').inputValue()).toBe('api GET /health');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('shows where the focus is, on everything that takes it', async () => {
    const page = await open('access');
    const total = await page.locator('a, button, input, select, [tabindex="0"]').count();
    for (let press = 0; press < total; press++) {
      await page.keyboard.press('Tab');
      expect([await focused(page), await page.evaluate(hasVisibleFocus)]).toEqual([expect.anything(), true]);
    }
  });

  it('signs in with a second factor: an error is shown as AWS wrote it, and the focus goes from step to step', async () => {
    const page = await open('person');
    await answerCognito(page, [
      ['InitiateAuth', 200, { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 'one', ChallengeParameters: {} }],
      ['RespondToAuthChallenge', 400, { __type: 'CodeMismatchException', message: 'Invalid code received for user' }],
      ['RespondToAuthChallenge', 200, { AuthenticationResult: authenticationResult() }],
    ]);
    await page.getByRole('radio', { name: 'Password' }).check();
    await page.getByLabel('User name').focus();
    for (const text of ['ada@example.com', 'Correct-horse-7']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('input[autocomplete=one-time-code]:focus').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'CodeMismatchException' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/Invalid code received for user[^]*Type the newest code/);

    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
    expect(await page.locator('.who').innerText()).toBe('demo@example.com');
  });
});

describe('a reload of the environment', () => {
  it('is followed: what changed is said, who is signed in stays so', async () => {
    const page = await open('access', { signedIn: true });
    const line = 'added GET /status: anyone';
    const [api, ...others] = fixtureData.apis;
    const [health] = api!.routes;
    const status = { ...health!, key: 'api GET /status', path: '/status' };
    server.serve({
      ...{ ...fixtureData, revision: 2, changes: [line] },
      apis: [{ ...api!, routes: [...api!.routes, status] }, ...others],
    });

    await page.getByText(line).waitFor();
    expect(await page.locator('.notes').innerText()).toContain('Reloaded');
    await page.getByRole('link', { name: 'GET /status: anyone. Call it' }).waitFor();
    expect(await page.locator('.who').innerText()).toBe('demo@example.com');

    await page.getByRole('button', { name: 'Dismiss the note about the reload' }).click();
    await page.getByText(line).waitFor({ state: 'detached' });
  });

  it('without the user pool signs out, and says why', async () => {
    const page = await open('tokens', { signedIn: true });
    server.serve({ ...fixtureData, revision: 2, userPools: [] });

    await page.getByText('You were signed out').waitFor();
    expect(await page.locator('.who').innerText()).toBe('Not signed in');
  });
});

describe('the connection', () => {
  it('with a key of an earlier run is refused, and the page says what to do', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const message = 'The key is not the one of this run. Open the address that "npm start" printed.';
    await page.route('**/api/**', (route) => route.fulfill({ status: 403, json: { message } }));
    await page.goto(`${server.url}#key-of-yesterday`);

    await page.getByText(message).waitFor();
    await page.getByText('Not connected').waitFor();
    expect(page.url()).toBe(server.url);
  });

  it('takes the key of the next run in the same tab, and out of the address', async () => {
    const page = await open('access');
    const asked = page.waitForRequest((request) => request.headers()['x-gatehouse-key'] === 'key-of-today');
    await page.evaluate(() => (location.hash = 'key-of-today'));

    await asked;
    await page.waitForSelector('.panel');
    expect(page.url()).toBe(server.url);
  });

  it('that is lost is said, and taken up again with what is served then', async () => {
    const page = await open('access');
    await page.route('**/api/events', (route) => route.abort());
    server.drop();
    await page.getByText('Not connected').waitFor();
    server.serve({ ...withRoutes(fixtureData, 1), changes: ['removed GET /me: signed-in user (ID token)'] });
    await page.unroute('**/api/events');

    await page.getByText('removed GET /me').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
  });
});
