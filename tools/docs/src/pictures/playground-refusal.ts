import { fixtureData } from '@gatehouse/playground/testing';
import { type Page } from 'playwright-core';

/** Sends a token that expired, and is answered as the local gateway does. */
export async function refuseExpiredToken(page: Page): Promise<void> {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  const origin = new URL(page.url()).origin;
  const record = {
    ...{ number: 1, id: '5d2f2c6e-6c1e-4c55-9a0f-0d6f3a1b7c11', at: '2026-11-28T12:00:00.000Z', method: 'GET' },
    ...{ apiId: 'a1b2c3d4e5', api: 'api', stage: 'local', path: '/local/me', route: 'GET /me', origin, status: 401 },
    ...{ who: 'token not verified', why: 'its token has expired.', milliseconds: 2 },
  };
  await page.route(`${fixtureData.apis[0]?.stages[0]?.url}/**`, (route) =>
    route.fulfill({ status: 401, headers, json: { message: 'The incoming token has expired' } }),
  );
  await page.route('**/api/tokens', (route) => route.fulfill({ json: { token: EXPIRED } }));
  await page.route('**/api/requests?**', (route) => route.fulfill({ json: { newest: 0, requests: [record] } }));
  await page.getByLabel('Send with').selectOption({ label: 'A token that expired' });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('401: refused').waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const EXPIRED = [
  'eyJraWQiOiJleGFtcGxlIiwiYWxnIjoiUlMyNTYifQ',
  'eyJ0b2tlbl91c2UiOiJpZCIsImV4cCI6MX0aaaaaaaa',
  'a'.repeat(43),
].join('.');
