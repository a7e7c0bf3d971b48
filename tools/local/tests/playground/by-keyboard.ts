import { type Site } from './site';
import { type Visit } from './visit';

/** Skips to the content, signs in and calls `GET /me`, by the keyboard alone. */
export async function callByKeyboard(visit: Visit, person: Site['demo']): Promise<void> {
  const { page } = visit;
  const press = (key: string) => page.keyboard.press(key);
  await press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip to the content');
  await press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.reload();
  await visit.tabTo(visit.link('Sign in'));
  await press('Enter');
  await visit.tabTo(page.getByRole('textbox', { name: 'User name' }));
  await page.keyboard.type(person.username);
  await press('Tab');
  await page.keyboard.type(person.password);
  await press('Enter');
  await visit.isSignedIn('demo@example.com');

  await visit.tabTo(visit.link('Call'));
  await press('Enter');
  await visit.tabTo(page.getByLabel('Route', { exact: true }));
  for (const key of ['ArrowDown', 'ArrowDown']) await press(key);
  await visit.sees('access token with reports/read');
  await press('ArrowUp');
  await visit.tabTo(visit.button('Send'));
  await press('Enter');
  await visit.sees('200: let in');
}
