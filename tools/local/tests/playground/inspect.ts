import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Throws unless axe finds nothing on a page, and it is no wider than its window. @param name of the page, for the error */
export async function inspect(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(({ help, nodes }) => [help, nodes.map(({ html }) => html)]);
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect({ name, found, wide }).toEqual({ name, found: [], wide: false });
}
