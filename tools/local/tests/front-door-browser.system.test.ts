import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '@gatehouse/plan-review/browser';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { type Emulator, startEmulator } from '../src/emulator';
import { allOrNone } from '../testing/all-or-none';
import { type App, startApp } from './front-door/app';
import { type AppApi, serveAppApi } from './front-door/app-api';
import { strictPool, withTwoFactors } from './front-door/challenges';
import { ADA, addUser, asking, type Client, type Door, makeClient, openDoor, PASSWORD } from './front-door/door';
import { lastCode } from './front-door/pages';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

let emulator: Emulator;
let door: Door;
let app: App;
let api: AppApi;
let client: Client;
let browser: Browser;

beforeAll(async () => {
  [emulator, browser] = await allOrNone([startEmulator(), launchBrowser()]);
  door = await openDoor(emulator);
  app = await startApp();
  client = await makeClient(door.aws, door.poolId, 'browser', {
    ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid', 'email'] },
    ...{ CallbackURLs: [app.url], LogoutURLs: [app.url], SupportedIdentityProviders: ['COGNITO', 'Google'] },
  });
  api = await serveAppApi(door, client, new URL(app.url).origin);
  app.configure({ domain: door.url, clientId: client.id, endpoint: emulator.url, api });
  await addUser(door.aws, door.poolId, 'invited@example.com', 'Temporary-horse-1');
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser?.close();
  await Promise.all([door?.close(), app?.close(), api?.close()]);
  await emulator?.stop();
});

describe('an application on another origin', () => {
  it('signs a person in by the page with PKCE, calls the API, refreshes, and signs out', async () => {
    const page = await open();
    await page.click('#in');
    await signIn(page, ADA, PASSWORD);
    expect(await result(page)).toMatchObject({ api: 200, person: { email: ADA, email_verified: 'true' } });

    // Who is signed in is not asked again.
    await page.click('#in');
    expect(await result(page)).toMatchObject({ api: 200 });

    await page.click('#out');
    expect(await result(page)).toEqual({ signedIn: false });
    await page.click('#in');
    await page.waitForSelector('#password');
  });

  it('signs requests as a guest, as who signed in, and as a guest again', async () => {
    const page = await open();
    const guest = { cognitoIdentityPoolId: api.identityPoolId, cognitoAuthenticationType: 'unauthenticated' };
    const asGuest = [
      {
        status: 200,
        body: expect.objectContaining({ ...guest, cognitoIdentityId: expect.stringMatching(/^eu-west-1:/) }),
      },
      { status: 403, body: { Message: expect.stringContaining('is not authorized to perform: execute-api:Invoke') } },
    ];
    expect(await signed(page)).toEqual(asGuest);

    await page.click('#in');
    await signIn(page, ADA, PASSWORD);
    await result(page);
    const person = {
      status: 200,
      body: expect.objectContaining({
        cognitoAuthenticationType: 'authenticated',
        cognitoAuthenticationProvider: expect.stringContaining(api.provider),
      }),
    };
    expect(await signed(page)).toEqual([person, person]);

    await page.click('#out');
    await result(page);
    expect(await signed(page)).toEqual(asGuest);
  });

  it('signs up by the keyboard alone, and with the code that was sent', async () => {
    const page = await open();
    await page.click('#in');
    await page.click('text=Create an account');
    await arrived(page, 'Create an account');
    await page.keyboard.type('keys@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await arrived(page, 'Confirm your account');
    await page.keyboard.type(await lastCode(door, 'keys@example.com'));
    await page.keyboard.press('Enter');
    await arrived(page, 'Sign in');
    await page.waitForSelector('text=Your account is confirmed');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    expect(await result(page)).toMatchObject({ api: 200, person: { email: 'keys@example.com' } });
  });

  it('takes a person with a forgotten password back, with a new one', async () => {
    await addUser(door.aws, door.poolId, 'forgot@example.com');
    const page = await open();
    await page.click('#in');
    await page.click('text=Forgot your password?');
    await arrived(page, 'Forgot your password?');
    await page.fill('#username', 'forgot@example.com');
    await page.click('text=Send a code');
    await arrived(page, 'Choose a new password');
    await page.fill('#code', await lastCode(door, 'forgot@example.com'));
    await page.fill('#password', 'Another-horse-8');
    await page.click('text=Change password');
    await arrived(page, 'Sign in');
    await signIn(page, 'forgot@example.com', 'Another-horse-8');
    expect(await result(page)).toMatchObject({ api: 200 });
  });

  it('signs a person in with Google, picked or typed in', async () => {
    const page = await open();
    await page.click('#google');
    await page.click('text=Ada Lovelace');
    expect(await result(page)).toMatchObject({ api: 200, person: { username: 'google_100000000000000000001' } });

    await page.click('#out');
    await result(page);
    await page.click('#in');
    await page.click('text=Continue with Google');
    await page.fill('#claims', '{"sub": "typed", "email": "typed@example.com"}');
    await page.click('text="Continue"');
    expect(await result(page)).toMatchObject({ person: { username: 'google_typed', email: 'typed@example.com' } });
  });
});

describe.each<[string, BrowserContextOptions]>([
  ['light', { colorScheme: 'light' }],
  ['dark, on a phone', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }],
])('the pages, %s', (_name, options) => {
  const query = (more = {}) => asking(door.web, more);
  const pages: [string, (page: Page) => Promise<unknown>][] = [
    ['/login', (page) => page.goto(`${door.url}/login?${query()}`)],
    [
      '/login with an error',
      async (page) => {
        await page.goto(`${door.url}/login?${query()}`);
        await signIn(page, ADA, 'wrong');
        await page.waitForSelector('[role=alert]');
      },
    ],
    ['/signup', (page) => page.goto(`${door.url}/signup?${query()}`)],
    ['/confirmuser', (page) => page.goto(`${door.url}/confirmuser?${query()}`)],
    ['/forgotPassword', (page) => page.goto(`${door.url}/forgotPassword?${query()}`)],
    ['/confirmforgotpassword', (page) => page.goto(`${door.url}/confirmforgotpassword?${query()}`)],
    ['/error', (page) => page.goto(`${door.url}/error?error=redirect_mismatch&client_id=${door.web.id}`)],
    ['of a provider', (page) => page.goto(`${door.url}/oauth2/authorize?${query({ identity_provider: 'Google' })}`)],
    [
      'of a new password',
      async (page) => {
        await page.goto(`${door.url}/login?${query()}`);
        await signIn(page, 'invited@example.com', 'Temporary-horse-1');
        await page.waitForSelector('text=Choose a new password');
      },
    ],
    [
      'of an authenticator app',
      async (page) => {
        const { poolId, query: asked, visitor } = await strictPool(door);
        await addUser(door.aws, poolId, 'totp@example.com');
        await page.goto(`${visitor.url}/login?${asked}`);
        await signIn(page, 'totp@example.com', PASSWORD);
        await page.waitForSelector('text=Set up your authenticator app');
      },
    ],
    [
      'of several factors',
      async (page) => {
        const { query: asked, visitor } = await withTwoFactors(door, 'both@example.com');
        await page.goto(`${visitor.url}/login?${asked}`);
        await signIn(page, 'both@example.com', PASSWORD);
        await page.waitForSelector('text=Choose how to confirm it is you');
      },
    ],
  ];

  it.each(pages)('axe finds nothing on the page %s, which is no wider than its window', async (_page, go) => {
    const page = await open(options, 'about:blank');
    await go(page);
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect(violations.map(({ help, nodes }) => [help, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
  });
});

/** What a page complained about; a form that was refused is no complaint. */
let complaints: string[] = [];

async function open(options: BrowserContextOptions = {}, url = app.url): Promise<Page> {
  complaints = [];
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (message) => {
    if (!message.text().includes('status of 400')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return page;
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
}

/** Until a page has the focus where a person types. */
async function arrived(page: Page, title: string): Promise<void> {
  await page.waitForSelector(`body:has(h1:text-is("${title}")) input:focus`);
}

/** What the API answers to signed requests for prices and orders. */
async function signed(page: Page): Promise<unknown> {
  await page.click('#signed');
  return result(page);
}

/** What the application shows, once it is back. */
async function result(page: Page): Promise<unknown> {
  await page.waitForURL(app.url);
  return JSON.parse(await page.locator('#result:not(:empty)').innerText()) as unknown;
}
