import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, type Page } from 'playwright-core';

/** A page of another origin on this machine, in the browser that has the playground open. */
export class ForeignPage {
  private constructor(
    private readonly page: Page,
    readonly close: () => void,
  ) {}

  static async open(browser: Browser): Promise<ForeignPage> {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Other</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return new ForeignPage(page, () => {
      server.close();
      server.closeAllConnections();
    });
  }

  /** @returns what it could read, or `blocked` */
  fetch(url: string, init: RequestInit = {}): Promise<unknown> {
    const call = `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})`;
    return this.page.evaluate(`${call}.then(async (answer) => answer.type + await answer.text(), () => 'blocked')`);
  }

  /** @returns whether the browser shows the page in a frame */
  async frames(url: string): Promise<boolean> {
    await this.page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = resolve;
      frame.src = ${JSON.stringify(url)};
      document.body.append(frame);
    })`);
    return this.page.frames().some((frame) => frame.url() === url);
  }
}
