import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { type Site } from './site';

export const PASSWORD = 'Correct-horse-9!';

/** The page of the playground in a browser of its own, as a person uses it. */
export class Visit {
  private constructor(
    readonly page: Page,
    /** What the page complained about; an answer that a route refused is no complaint. */
    readonly complaints: readonly string[],
  ) {}

  static async open(browser: Browser, site: Site, options: BrowserContextOptions = {}): Promise<Visit> {
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (!/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.playground.url);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    const visit = new Visit(page, complaints);
    await page.getByRole('heading', { name: 'Who may call what' }).waitFor();
    return visit;
  }

  /** By the navigation. */
  async go(name: string): Promise<void> {
    await this.link(name).click();
  }

  /** Of the navigation. */
  link(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  /** One of a few. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check();
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** With the code that was sent, until the account is confirmed. */
  async signUp(email: string): Promise<void> {
    await this.go('Sign in');
    await this.choose('Sign up');
    await this.fill('E-mail address', email);
    await this.fill('Password', PASSWORD);
    await this.press('Sign up');
    await this.press('Use the code that was sent');
    await this.sees(`by e-mail to ${email}`);
    await this.press('Confirm');
    await this.sees('Confirmed. Now sign in.');
  }

  async signIn(way: 'Password' | 'SRP', username: string, password = PASSWORD): Promise<void> {
    await this.go('Sign in');
    await this.choose(way);
    await this.fill('User name', username);
    await this.fill('Password', password);
    await this.press('Sign in');
  }

  /** Until the person is signed in. */
  async isSignedIn(name: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('link', { name, exact: true }).waitFor();
  }

  async signOut(): Promise<void> {
    await this.go('Person');
    await this.press('Sign out here');
    await this.page.getByRole('banner').getByRole('link', { name: 'Not signed in' }).waitFor();
  }

  /** For the person who is signed in; this browser can play it. */
  async setUpAuthenticator(): Promise<void> {
    await this.press('Set up an authenticator');
    await this.press('Use the code of now');
    await this.press('Turn it on');
    await this.sees('The next sign-in asks for a code of the authenticator.');
  }

  /** Sends a request with something to show. @returns the answer's heading, and why */
  async call(route: string, shown: string): Promise<string> {
    await this.go('Call');
    await this.page.getByLabel('Route', { exact: true }).selectOption({ label: route });
    await this.page.getByLabel('Send with', { exact: true }).selectOption({ label: shown });
    const id = this.page.getByRole('region', { name: 'Answer' }).locator('p:has-text("Request ") > code');
    const before = (await id.count()) > 0 ? await id.innerText() : '';
    await this.press('Send');
    await id.and(this.page.locator(`code:not(:text-is("${before}"))`)).waitFor();
    return this.page.getByRole('region', { name: 'Answer' }).locator('.notice').innerText();
  }

  /** By the keyboard alone, from where it is. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    for (let pressed = 0; pressed < most; pressed += 1) {
      await this.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  }
}
